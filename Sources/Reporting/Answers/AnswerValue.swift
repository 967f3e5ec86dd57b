/// A value of an answer's table.
package indirect enum AnswerValue: Equatable, Sendable {
  /// There is none.
  case none
  case text(String)
  case integer(Int)
  /// A number with at most four decimals.
  case score(Double)
  case list([AnswerValue])
  /// Keys and values, in this order.
  case object([Entry])
  /// What a table shows, and what JSON has.
  case shown(String, AnswerValue)

  /// A key and its value.
  package struct Entry: Equatable, Sendable {
    package let key: String
    package let value: AnswerValue

    package init(_ key: String, _ value: AnswerValue) {
      self.key = key
      self.value = value
    }
  }

  /// A text, or none.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// The value on one line.
  package var text: String {
    switch self {
    case .none: ""
    case .text(let text), .shown(let text, _): text
    case .integer(let number): String(number)
    case .score(let score): TermReport.score(score)
    case .list(let values): values.map(\.text).joined(separator: "、")
    case .object(let entries): entries.map(\.value.text).joined(separator: " ")
    }
  }

  /// Whether it stands to the right in its column.
  var isNumber: Bool {
    switch self {
    case .integer, .score: true
    default: false
    }
  }

  func write(to output: inout JSONOutput) {
    switch self {
    case .none: output.null()
    case .text(let text): output.string(text)
    case .integer(let number): output.integer(number)
    case .score(let score): output.score(score)
    case .list(let values): output.array(values) { $1.write(to: &$0) }
    case .object(let entries):
      output.beginObject()
      for entry in entries {
        output.key(entry.key)
        entry.value.write(to: &output)
      }
      output.endObject()
    case .shown(_, let value): value.write(to: &output)
    }
  }
}
