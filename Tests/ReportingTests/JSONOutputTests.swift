import Foundation
import Reporting
import TestSupport
import Testing

@Suite("Structured output")
struct StructuredOutputTests {
  private func write<Output: StructuredOutput>(to output: inout Output) {
    output.beginObject()
    output.key("text")
    output.string("一\n二")
    output.key("empty")
    output.array([Int]()) { $0.integer($1) }
    output.key("ranges")
    output.array([[1, 2], [3]]) { output, range in output.array(range) { $0.integer($1) } }
    output.key("items")
    output.array([1.0, 0.25]) { output, score in
      output.beginObject()
      output.key("score")
      output.score(score)
      output.key("none")
      output.null()
      output.endObject()
    }
    output.endObject()
  }

  @Test("JSON on one line")
  func compact() {
    var output = JSONOutput()
    write(to: &output)
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == #"{"text":"一\n二","empty":[],"ranges":[[1,2],[3]],"items":[{"score":1,"none":null},{"score":0.25,"none":null}]}"#
    )
  }

  @Test("JSON of any depth", arguments: [63, 64, 65, 128, 130])
  func deep(depth: Int) {
    var output = JSONOutput()
    for _ in 0..<depth {
      output.beginArray()
      output.integer(1)
    }
    for _ in 0..<depth {
      output.integer(2)
      output.endArray()
    }
    let text = String(repeating: "[1,", count: depth).dropLast() + String(repeating: ",2]", count: depth)
    #expect(String(decoding: output.bytes, as: UTF8.self) == text)
  }

  @Test("JSON with indentation is the same value")
  func indented() throws {
    var compact = JSONOutput()
    var indented = JSONOutput(.indented)
    write(to: &compact)
    write(to: &indented)
    let values = try [compact, indented].map { try JSONSerialization.jsonObject(with: Data($0.bytes)) as? NSDictionary }
    #expect(values[0] == values[1])
    #expect(String(decoding: indented.bytes, as: UTF8.self).hasPrefix("{\n  \"text\": \"一\\n二\",\n  \"empty\": [],\n"))
  }

  @Test("YAML in block style")
  func yaml() {
    var output = YAMLOutput()
    write(to: &output)
    #expect(
      String(decoding: output.bytes, as: UTF8.self) == """
        text: "一\\n二"
        empty: []
        ranges:
          - - 1
            - 2
          - - 3
        items:
          - score: 1
            none: null
          - score: 0.25
            none: null
        """)
  }

  @Test("Scores are rounded to four decimals, without trailing zeros")
  func scores() {
    for (value, text) in [
      (0.0, "0"), (1, "1"), (0.812, "0.812"), (0.00004, "0"), (0.00005, "0.0001"), (-0.21, "-0.21"), (0.99999, "1"),
      (12.5, "12.5"), (.nan, "0"), (.infinity, "0"), (0.1 + 0.2, "0.3"),
    ] {
      var output = JSONOutput()
      output.score(value)
      #expect(String(decoding: output.bytes, as: UTF8.self) == text)
    }
  }

  /// Something with a field of every kind.
  private struct Sample: FieldSource {
    var text: String
    var number: Int
    var score: Double
    var rules: UInt64

    func write<Fields: FieldOutput>(to fields: inout Fields) {
      fields.field("text", text)
      fields.field("letters", plain: "abc")
      fields.field("number", number)
      fields.field("score", score: score)
      fields.field("flag", number > 0)
      fields.field("rules", plain: ["one", "two", "three"], at: rules)
      fields.field("range", 7..<number)
      fields.field("ranges", text.isEmpty ? [] : [0..<1, 2..<number])
    }
  }

  /// Nothing at all.
  private struct Empty: FieldSource {
    func write<Fields: FieldOutput>(to fields: inout Fields) {}
  }

  @Test("An object written at once is the object written field by field", arguments: [0b000, 0b001, 0b101, 0b111])
  func objects(rules: UInt64) {
    var (compact, indented) = (JSONOutput(), JSONOutput(.indented))
    for sample in [
      Sample(text: "行\n\"終\"\u{2028}", number: 99_999, score: -1.5, rules: rules),
      Sample(text: "", number: 100_000, score: 0.3, rules: rules),
    ] {
      let names = ["one", "two", "three"].enumerated().filter { rules >> UInt64($0.offset) & 1 == 1 }
        .map { "\"\($0.element)\"" }
      let text = sample.text.isEmpty ? "" : #"行\n\"終\"\u2028"#
      let score = sample.text.isEmpty ? "0.3" : "-1.5"
      let expected =
        #"{"text":"\#(text)","letters":"abc","number":\#(sample.number),"score":\#(score),"flag":true,"#
        + #""rules":[\#(names.joined(separator: ","))],"range":[7,\#(sample.number)],"#
        + #""ranges":[\#(sample.text.isEmpty ? "" : "[0,1],[2,\(sample.number)]")]}"#
      compact = JSONOutput()
      compact.beginArray()
      compact.object(sample)
      compact.object(Empty())
      compact.endArray()
      #expect(String(decoding: compact.bytes, as: UTF8.self) == "[\(expected),{}]")
      indented = JSONOutput(.indented)
      indented.object(sample)
      let lines = String(decoding: indented.bytes, as: UTF8.self).split(separator: "\n")
      let joined = lines.map { $0.drop { $0 == " " } }.joined().replacing(": ", with: ":")
      #expect(joined == expected)
      #expect(compact.takeBytes() == Array("[\(expected),{}]".utf8))
      #expect(compact.bytes.isEmpty)
    }
  }

  @Test("Whole numbers of every length", arguments: [0, 9, 10, 99_999, 100_000, -1, 1_234_567_890, Int.max, Int.min])
  func integers(value: Int) {
    var output = JSONOutput()
    output.integer(value)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "\(value)")
  }

  @Test("Any string comes back from any JSON reader, and stays on one line")
  func strings() throws {
    var random = SeededGenerator(seed: 11)
    let scalars: [UInt32] = [
      0, 1, 8, 9, 10, 13, 0x1B, 0x1C, 0x22, 0x5C, 0x7F, 0x85, 0x2028, 0x2029, 0x202A, 0xC2, 0x3042, 0x3044, 0x61, 0x62,
      0x1F600,
    ]
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text.unicodeScalars.append(Unicode.Scalar(scalars.randomElement(using: &random)!)!)
      }
      var output = JSONOutput()
      output.beginArray()
      output.string(text)
      output.endArray()
      let read = try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String]
      #expect(read?.first.map { Array($0.utf8) } == Array(text.utf8))
      let isOneLine = !String(decoding: output.bytes, as: UTF8.self).contains { $0.isNewline }
      #expect(isOneLine)
    }
  }
}
