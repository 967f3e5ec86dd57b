/// What of a dictionary's `dicrc` changes the lines that MeCab prints or the morphemes that it finds.
///
/// Of the options that MeCab gives a default of its own, such as `node-format` and `max-grouping-size`, none has an
/// effect there: the default comes first.
struct DictionarySettings {
  /// Whether it chooses how morphemes are written, rather than only naming formats to choose.
  let hasOwnFormat: Bool
  /// Whether it names nothing that changes the morphemes themselves.
  let isOrdinary: Bool

  /// Reads the file at `path`.
  init(path: String) throws(MorphologyError) {
    let text = try MappedFile(path: path).withBytes { String(decoding: $0, as: UTF8.self) }
    let names = text.split(whereSeparator: \.isNewline).map { line in
      line.prefix { $0 != "=" && $0 != " " && $0 != "\t" }
    }
    hasOwnFormat = names.contains("output-format-type")
    isOrdinary = !names.contains {
      ["unk-feature", "userdic", "partial", "nbest", "all-morphs", "marginal"].contains($0)
    }
  }
}
