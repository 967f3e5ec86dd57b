import ArticleSource
import Foundation
import Reporting

/// One object of `kiji stream`'s input.
struct StreamRecord: Decodable {
  /// Whatever the sender calls it; it is given back as it is.
  let id: JSONValue?
  /// The article.
  let text: String
  /// How the article is written.
  let format: InputFormat
  /// The title, where the article does not tell it.
  let title: String?

  private enum CodingKeys: CodingKey {
    case id, text, format, title
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decodeIfPresent(JSONValue.self, forKey: .id)
    text = try container.decode(String.self, forKey: .text)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    guard let name = try container.decodeIfPresent(String.self, forKey: .format) else {
      format = .plain
      return
    }
    guard let format = InputFormat(rawValue: name) else {
      throw DecodingError.dataCorruptedError(forKey: .format, in: container, debugDescription: name)
    }
    self.format = format
  }
}

/// The id of an object that is otherwise broken.
struct StreamRecordID: Decodable {
  let id: JSONValue?
}

/// Any JSON value.
indirect enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      // Sorted, since the decoder does not keep the order of the keys.
      let keys = object.allKeys.sorted { $0.stringValue < $1.stringValue }
      self = .object(try keys.map { ($0.stringValue, try object.decode(JSONValue.self, forKey: $0)) })
      return
    }
    if var array = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !array.isAtEnd { values.append(try array.decode(JSONValue.self)) }
      self = .array(values)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .string(try value.decode(String.self))
    }
  }

  /// Writes the value.
  func write<Output: StructuredOutput>(to output: inout Output) {
    switch self {
    case .null: output.null()
    case .bool(let value): output.bool(value)
    case .integer(let value): output.integer(value)
    case .number(let value): output.number(value)
    case .string(let value): output.string(value)
    case .array(let values): output.array(values) { $1.write(to: &$0) }
    case .object(let entries):
      output.beginObject()
      for entry in entries {
        output.key(entry.key)
        entry.value.write(to: &output)
      }
      output.endObject()
    }
  }
}
