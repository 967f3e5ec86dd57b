import TestSupport
import Testing
import TextCore

/// `Vocabulary` held against a dictionary.
struct VocabularyTests {
  @Test("Equal strings get one id, different ones the next")
  func interning() {
    var generator = SeededGenerator(seed: 1)
    var vocabulary = Vocabulary()
    var ids: [String: UInt32] = [:]
    for _ in 0..<5_000 {
      let text = generator.text(upTo: 4)
      let known = ids[text]
      #expect(vocabulary.id(of: Array(text.utf8).span) == known)
      let id = vocabulary.intern(text)
      #expect(id == known ?? UInt32(ids.count))
      ids[text] = id
    }
    #expect(vocabulary.count == ids.count)
    #expect(vocabulary.byteCount == ids.keys.reduce(0) { $0 + $1.utf8.count })
    for (text, id) in ids { #expect(Array(vocabulary.string(of: id).utf8) == Array(text.utf8)) }
  }

  @Test("The empty string is a string like others")
  func emptyString() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.id(of: [UInt8]().span) == nil)
    #expect(vocabulary.intern("a") == 0)
    #expect(vocabulary.intern("") == 1)
    #expect(vocabulary.intern("") == 1)
    #expect(vocabulary.range(of: 1).isEmpty)
  }

  @Test("After forgetting, ids begin anew")
  func removeAll() {
    var vocabulary = Vocabulary()
    for number in 0..<200 { _ = vocabulary.intern("\(number)") }
    vocabulary.removeAll()
    #expect(vocabulary.count == 0 && vocabulary.byteCount == 0)
    #expect(vocabulary.id(of: Array("7".utf8).span) == nil)
    #expect(vocabulary.intern("7") == 0)
  }
}
