import ArticleAnalysis
import ArticleSource
import TextCore
internal import Yams

extension ConfigurationFile {
  /// Reads a key of the section `frontMatter`; returns whether it is known.
  static func readFrontMatter(
    _ file: inout ConfigurationFile, _ name: String?, _ value: Node
  ) throws(ConfigurationError) -> Bool {
    switch name {
    case "rules": try readRules(&file, value)
    case "required":
      var fields: Set<FrontMatterEditableField> = []
      for element in value.sequence.map(Array.init) ?? [value] {
        fields.insert(try choice(element, of: FrontMatterEditableField.self))
      }
      file.changes.append { [fields] in $0.frontMatter.requiredFields = fields }
    case "excerptLimit":
      let limit = try integer(value, in: 1...10_000)
      file.changes.append { $0.frontMatter.excerptLimit = limit }
    case "descriptionLimit":
      let limit = try integer(value, in: 1...10_000)
      file.changes.append { $0.frontMatter.descriptionLimit = limit }
    case "titleLimit":
      let limit = try integer(value, in: 1...10_000)
      file.changes.append { $0.frontMatter.titleLimit = limit }
    case "readingTimeTolerance":
      let percent = try integer(value, in: 0...1_000)
      file.changes.append { $0.frontMatter.readingTimeTolerance = Double(percent) / 100 }
    default: return false
    }
    return true
  }

  private static func readRules(_ file: inout ConfigurationFile, _ value: Node) throws(ConfigurationError) {
    guard let mapping = value.mapping else {
      throw error(value, "「rules」には「規則の名前: 重さ」の並びを書いてください。", DiagnosticCode("config.invalid"))
    }
    for (key, level) in mapping {
      guard let rule = key.string.flatMap(FrontMatterRule.init(rawValue:)) else { throw unknown(key) }
      let level = try choice(level, of: FrontMatterReviewSettings.Level.self)
      file.changes.append { $0.frontMatter.levels[rule] = level }
    }
  }
}
