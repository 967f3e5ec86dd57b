public import TextCore

/// A field of the front matter that kiji can write.
public enum FrontMatterEditableField: String, Sendable, CaseIterable {
  /// The excerpt.
  case excerpt
  /// The description, or the summary where the post calls it so.
  case description
  /// The tags.
  case tags
  /// The categories.
  case categories
  /// The reading time in minutes.
  case readingTime

  /// The names that the reader takes the field from, folded, in the order it asks for them.
  var names: [String] {
    switch self {
    case .excerpt: ["excerpt"]
    case .description: ["description", "summary"]
    case .tags: ["tags", "tag"]
    case .categories: ["categories", "category"]
    case .readingTime: ["readingtime"]
    }
  }
}

/// A value that a field of the front matter is to have.
public struct FrontMatterChange: Sendable, Hashable {
  /// A value of one of the forms that fields have.
  public enum Value: Sendable, Hashable {
    /// Text, for excerpt and description.
    case text(String)
    /// Tags or categories; none is longer than a line.
    case labels([String])
    /// Whole minutes.
    case minutes(Int)
  }

  /// The field.
  public let field: FrontMatterEditableField
  /// Its new value.
  public let value: Value

  private init(_ field: FrontMatterEditableField, _ value: Value) { (self.field, self.value) = (field, value) }

  /// A new excerpt.
  public static func excerpt(_ text: String) -> FrontMatterChange { .init(.excerpt, .text(text)) }
  /// A new description.
  public static func description(_ text: String) -> FrontMatterChange { .init(.description, .text(text)) }
  /// New tags.
  public static func tags(_ tags: [String]) -> FrontMatterChange { .init(.tags, .labels(tags)) }
  /// New categories.
  public static func categories(_ categories: [String]) -> FrontMatterChange { .init(.categories, .labels(categories)) }
  /// A new reading time, in minutes.
  public static func readingTime(_ minutes: Int) -> FrontMatterChange { .init(.readingTime, .minutes(minutes)) }
}

/// Why a front matter was left as it is.
public enum FrontMatterEditError: DescribedError, Equatable {
  /// The file has none.
  case noFrontMatter
  /// It has a fault that the reader tells; what it says is not certain enough to be changed.
  case broken(code: String)
  /// The value of the field `name` is written in a way that is not changed: what way, in Japanese.
  case unsupportedForm(name: String, form: String)
  /// The new value cannot be written in the file's encoding.
  case cannotEncode(character: String, encoding: String)
  /// Places of the text could not be found in the bytes of the file.
  case undecodable
  /// What was written did not read as it should; the file was left as it is.
  case misread(name: String)

  /// The stable code.
  public var code: DiagnosticCode {
    switch self {
    case .noFrontMatter: DiagnosticCode("front-matter.missing")
    case .broken, .unsupportedForm, .undecodable, .misread: DiagnosticCode("front-matter.cannot-edit")
    case .cannotEncode: DiagnosticCode("front-matter.cannot-encode")
    }
  }

  /// What was found and what to do.
  public var message: String {
    switch self {
    case .noFrontMatter: "フロントマターがないため、書き込めません。先頭に「---」で囲んだフロントマターを加えてください。"
    case .broken(let code): "フロントマターに誤りがあるため、書き換えませんでした（\(code)）。先に誤りを直してください。"
    case .unsupportedForm(let name, let form): "「\(name)」は\(form)ため、書き換えませんでした。手で直してください。"
    case .cannotEncode(let character, let encoding):
      "「\(character)」は\(encoding)で表せないため、書き換えませんでした。ファイルをUTF-8に変えるか、手で直してください。"
    case .undecodable: "フロントマターに読めない文字があるため、書き換えませんでした。先に文字化けを直してください。"
    case .misread(let name): "「\(name)」を書き換えると別の意味に読まれるため、元のままにしました。手で直してください。"
    }
  }
}
