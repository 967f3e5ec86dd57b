internal import Foundation

/// Counts how katakana and Latin words are written, and finds those that are written in several ways.
package struct WrittenVariants {
  private struct Entry {
    let script: WrittenWord.Script
    var count = 0
    var articles = 0
    var last = -1
  }

  private var entries: [String: Entry] = [:]

  /// No words.
  package init() {}

  /// Adds the words of a sentence. All sentences of an article come together.
  package mutating func add(_ text: String, article: Int) {
    for word in WrittenWords.of(Array(text.utf8)) {
      var entry = entries[word.text] ?? Entry(script: word.script)
      entry.count += 1
      if entry.last != article { entry.articles += 1 }
      entry.last = article
      entries[word.text] = entry
    }
  }

  /// The groups, in the order of their keys.
  /// - Parameters:
  ///   - names: The names of entities that are written with a capital letter: only those are told from common words
  ///     that begin with one here and there.
  ///   - preferred: The ways that the configuration prefers.
  package func groups(names: Set<String>, preferred: Set<String>) -> [VariantGroup] {
    var byKey: [String: [String]] = [:]
    for (text, entry) in entries {
      let key = entry.script == .katakana ? "k" + KatakanaKey.of(text) : "l" + LatinKey.of(text)
      byKey[key, default: []].append(text)
    }
    return byKey.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.compactMap { key, texts in
      var forms = texts.sorted().compactMap { text in
        entries[text].map { VariantGroup.Form(text: text, count: $0.count, articles: $0.articles) }
      }
      let isLatin = key.hasPrefix("l")
      if isLatin { forms = LatinForms.kept(forms, names: names, preferred: preferred) }
      guard forms.count > 1 else { return nil }
      return VariantGroup(kind: Self.kind(forms.map(\.text), isLatin: isLatin), forms: forms, preferred: preferred)
    }
  }

  private static func kind(_ texts: [String], isLatin: Bool) -> VariantGroup.Kind {
    let folded = Set(texts.map(\.precomposedStringWithCompatibilityMapping))
    if folded.count == 1 { return .width }
    if isLatin { return .letterCase }
    return Set(folded.map { $0.filter { $0 != "・" } }).count == 1 ? .middleDot : .katakana
  }
}

/// Judges which ways to write a Latin word are to be compared.
enum LatinForms {
  /// So much of the time a name is written with capital letters, or small letters are as right.
  private static let nameShare = 0.7
  /// Words of English, of HTTP, SQL and program code, which stand in small or capital letters by their role.
  private static let byRole: Set<String> = [
    "and", "or", "not", "on", "off", "in", "at", "to", "of", "is", "it", "as", "by", "if", "no", "yes", "ok", "vs",
    "the",
    "for", "with", "from", "all", "any", "new", "one", "up", "get", "post", "put", "delete", "head", "patch", "options",
    "select", "where", "join", "insert", "update", "true", "false", "null", "none", "nan", "max", "min", "sum", "count",
    "id", "step", "note", "case", "day", "part", "pro", "max", "plus", "my", "we", "you", "he", "me", "us", "do", "go",
    "be", "how", "what", "why", "when", "who", "top", "best", "next", "node", "main", "test", "key", "value", "set",
    "map", "list", "string", "number", "object", "array", "function", "class", "type", "error", "promise", "request",
    "response", "date", "event", "proxy", "symbol", "map", "reflect", "boolean", "component", "props", "state", "form",
    "button", "input", "image", "link", "todo", "fix", "feat", "image", "text", "page", "file", "user", "server",
    "api-key",
  ]

  static func kept(
    _ forms: [VariantGroup.Form], names: Set<String>, preferred: Set<String>
  ) -> [VariantGroup.Form] {
    let small = forms.filter { $0.text == $0.text.lowercased() }
    let capital = forms.filter { $0.text != $0.text.lowercased() }
    guard let main = capital.max(by: { $0.count != $1.count ? $0.count < $1.count : $0.text > $1.text }),
      !byRole.contains(main.text.lowercased())
    else { return Set(forms.map { isWide($0.text) }).count > 1 ? forms : [] }
    let isName = names.contains(main.text) || preferred.contains(main.text)
    // All in capitals is emphasis or a constant where the name itself has small letters.
    var kept = capital.filter { form in
      form.text == main.text || isWide(form.text) || !(isShouting(form.text) && !isShouting(main.text))
        || form.text.unicodeScalars.count <= 4
    }
    // A capital in front alone may be a class, a heading or a common word.
    kept = kept.filter { form in
      form.text == main.text || isName || isWide(form.text) || !isPlain(form.text) || !isPlain(main.text)
    }
    let share = Double(main.count) / Double(max(1, main.count + small.reduce(0) { $0 + $1.count }))
    let isSmallWrong = share >= nameShare && (isName || !isPlain(main.text) && main.text.unicodeScalars.count > 2)
    return kept + (isSmallWrong ? small : [])
  }

  private static func isWide(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0xFF00 } }
  private static func isShouting(_ text: String) -> Bool { text == text.uppercased() }
  /// Whether it has a capital letter in front and no other.
  private static func isPlain(_ text: String) -> Bool {
    String(text.dropFirst()) == text.dropFirst().lowercased()
  }
}
