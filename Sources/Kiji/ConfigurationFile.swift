import ArticleAnalysis
import ArticleSource
import Morphology
import Normalization
public import TextCore
internal import Yams

/// What is wrong in a configuration file, with its place.
public struct ConfigurationError: DescribedError, Equatable {
  /// The stable code.
  public let code: DiagnosticCode
  /// What was found, and what to do.
  public let message: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
}

/// The settings of a file `.kiji.yml`; what it does not name stays as it is.
public struct ConfigurationFile: Sendable {
  var changes: [@Sendable (inout KijiConfiguration) -> Void] = []

  /// Reads the text of a configuration file.
  /// - Parameters:
  ///   - text: The YAML.
  ///   - folder: The folder of the file, which paths in it are relative to.
  /// - Throws: `ConfigurationError` for YAML that cannot be read, for unknown keys, and for values out of range.
  public init(_ text: String, folder: String) throws(ConfigurationError) {
    guard let root = try Self.compose(text) else { return }
    guard let mapping = root.mapping else {
      throw Self.error(root, "設定ファイルは「キー: 値」の並びで書いてください。", DiagnosticCode("config.invalid"))
    }
    for (key, value) in mapping { try read(key, value, folder: folder) }
  }

  /// Applies the settings.
  public func apply(to configuration: inout KijiConfiguration) {
    for change in changes { change(&configuration) }
  }

  private static func compose(_ text: String) throws(ConfigurationError) -> Node? {
    // Aliases could make a small file large; a list of settings needs none.
    do {
      let parser = try Parser(yaml: text, encoding: .utf8)
      return try parser.singleRoot()
    } catch let error as YamlError {
      var place = (line: 1, column: 1)
      if case .scanner(_, _, let mark, _) = error { place = (mark.line, mark.column) }
      if case .parser(_, _, let mark, _) = error { place = (mark.line, mark.column) }
      if case .composer(_, _, let mark, _) = error { place = (mark.line, mark.column) }
      throw ConfigurationError(
        code: DiagnosticCode("config.invalid"), message: "設定ファイルをYAMLとして読めませんでした。書き方を確かめてください。",
        line: place.line, column: place.column)
    } catch {
      throw ConfigurationError(
        code: DiagnosticCode("config.invalid"), message: "設定ファイルをYAMLとして読めませんでした。書き方を確かめてください。", line: 1, column: 1)
    }
  }

  private mutating func read(_ key: Node, _ value: Node, folder: String) throws(ConfigurationError) {
    switch key.string {
    case "dictionary":
      let choice = DictionaryChoice(try Self.string(value))
      changes.append { $0.dictionary = choice }
    case "userDictionaries":
      let paths = try Self.strings(value).map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
      changes.append { $0.userDictionaries += paths }
    case "normalization":
      let form = try Self.choice(value, of: NormalizationForm.self)
      changes.append { $0.options.normalization = form }
    case "offsetUnit":
      let unit = try Self.choice(value, of: OffsetUnit.self)
      changes.append { $0.options.offsetUnit = unit }
    case "sizeLimit":
      let limit = try Self.integer(value, in: 1...(1 << 30))
      changes.append { $0.options.decoding.byteLimit = limit }
    case "excerpt":
      try section(key, value) { (self, name, value) throws(ConfigurationError) in
        switch name {
        case "limit":
          let limit = try Self.integer(value, in: 1...10_000)
          self.changes.append { $0.options.excerptLimit = limit }
        case "style":
          let style = try Self.choice(value, of: ExcerptStyle.self)
          self.changes.append { $0.options.excerptStyle = style }
        default: return false
        }
        return true
      }
    case "terms":
      try section(key, value) { (self, name, value) throws(ConfigurationError) in
        guard name == "limit" else { return false }
        let limit = try Self.integer(value, in: 0...1_000_000)
        self.changes.append { $0.options.termLimit = limit }
        return true
      }
    case "variants":
      try section(key, value) { (self, name, value) throws(ConfigurationError) in
        switch name {
        case "exceptions":
          let words = try Self.strings(value)
          self.changes.append { $0.variants.exceptions += words }
        case "preferred":
          let words = try Self.strings(value)
          self.changes.append { $0.variants.preferred += words }
        default: return false
        }
        return true
      }
    case "readingSpeed":
      try section(key, value) { (self, name, value) throws(ConfigurationError) in
        let rate = Double(try Self.integer(value, in: 1...1_000_000))
        switch name {
        case "charactersPerMinute": self.changes.append { $0.options.readingSpeed.charactersPerMinute = rate }
        case "wordsPerMinute": self.changes.append { $0.options.readingSpeed.wordsPerMinute = rate }
        case "codeCharactersPerMinute": self.changes.append { $0.options.readingSpeed.codeCharactersPerMinute = rate }
        default: return false
        }
        return true
      }
    case "frontMatter": try section(key, value, Self.readFrontMatter)
    default: throw Self.unknown(key)
    }
  }

  /// Reads a mapping inside the mapping; `read` returns whether it knows the key.
  mutating func section(
    _ key: Node, _ value: Node,
    _ read: (inout ConfigurationFile, String?, Node) throws(ConfigurationError) -> Bool
  ) throws(ConfigurationError) {
    guard let mapping = value.mapping else {
      throw Self.error(
        value, "「\(key.string ?? "")」には「キー: 値」の並びを書いてください。", DiagnosticCode("config.invalid"))
    }
    for (name, value) in mapping where !(try read(&self, name.string, value)) { throw Self.unknown(name) }
  }

  static func string(_ node: Node) throws(ConfigurationError) -> String {
    guard let text = node.string, !text.isEmpty else {
      throw error(node, "ここには文字列を書いてください。", DiagnosticCode("config.invalid"))
    }
    return text
  }

  static func strings(_ node: Node) throws(ConfigurationError) -> [String] {
    guard let sequence = node.sequence else { return [try string(node)] }
    var strings: [String] = []
    for element in sequence { strings.append(try string(element)) }
    return strings
  }

  static func integer(_ node: Node, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    guard let value = node.int, range.contains(value) else {
      throw error(
        node, "ここには\(range.lowerBound)から\(range.upperBound)までの整数を書いてください。", DiagnosticCode("config.invalid"))
    }
    return value
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, of type: Choice.Type
  ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
    guard let text = node.string, let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: "、")
      throw error(node, "ここに書けるのは \(names) のいずれかです。", DiagnosticCode("config.invalid"))
    }
    return choice
  }

  static func unknown(_ key: Node) -> ConfigurationError {
    error(key, "「\(key.string ?? "")」という設定はありません。綴りを確かめてください。", DiagnosticCode("config.unknown-key"))
  }

  static func error(_ node: Node, _ message: String, _ code: DiagnosticCode) -> ConfigurationError {
    ConfigurationError(code: code, message: message, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
