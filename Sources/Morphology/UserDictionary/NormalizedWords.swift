internal import TextCore

/// The words of a list in the form that texts have, each once.
struct NormalizedWords {
  /// The words.
  private(set) var entries: [WordList.Entry] = []
  /// The bytes of each word's surface.
  private(set) var surfaces: [[UInt8]] = []

  /// The longest word, in bytes: longer than any name, and far from MeCab's limit of 65,535.
  private static let longestWord = 1_000

  /// Normalizes the words of `list`; those of which nothing is left, that are too long or that contradict an
  /// earlier one get a diagnostic and are left out.
  init(_ list: WordList, normalize: (String) -> String, diagnostics: inout [Diagnostic]) {
    var kinds: [[UInt8]: WordKind] = [:]
    for entry in list.entries {
      var entry = entry
      entry.surface = Self.trimmed(normalize(entry.surface))
      guard !entry.surface.isEmpty, WordList.isPlain(entry.surface) else {
        diagnostics.append(Self.emptyWord(entry))
        continue
      }
      let surface = Array(entry.surface.utf8)
      guard surface.count <= Self.longestWord else {
        diagnostics.append(Self.longWord(entry))
        continue
      }
      if let kind = kinds[surface] {
        if kind != entry.kind { diagnostics.append(Self.duplicate(entry, kind)) }
        continue
      }
      kinds[surface] = entry.kind
      entries.append(entry)
      surfaces.append(surface)
    }
  }

  private static func trimmed(_ surface: String) -> String {
    var surface = Substring(surface)
    while surface.first?.isWhitespace == true { surface.removeFirst() }
    while surface.last?.isWhitespace == true { surface.removeLast() }
    return String(surface)
  }

  private static func emptyWord(_ entry: WordList.Entry) -> Diagnostic {
    Diagnostic(
      DiagnosticCode("dictionary.empty-word"), .error, "正規化すると文字が残らないので、この語は使えません。", at: entry.range)
  }

  private static func longWord(_ entry: WordList.Entry) -> Diagnostic {
    Diagnostic(
      DiagnosticCode("dictionary.long-word"), .error, "語が長すぎます。\(longestWord) バイトまでの語を書いてください。",
      at: entry.range)
  }

  private static func duplicate(_ entry: WordList.Entry, _ kind: WordKind) -> Diagnostic {
    Diagnostic(
      DiagnosticCode("dictionary.duplicate-word"), .warning,
      "「\(entry.surface)」は \(kind.rawValue) として先に書かれています。\(entry.kind.rawValue) の行は使いません。",
      at: entry.range)
  }
}
