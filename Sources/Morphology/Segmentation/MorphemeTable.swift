package import TextCore

/// The morphemes of a text, in columns, sentence by sentence.
///
/// One worker owns a table and uses it again for the next article.
package struct MorphemeTable: ~Copyable {
  /// The lexeme of each morpheme, in the segmenter's `LexemeTable`.
  package private(set) var lexemes: [UInt32] = []
  /// The offset in the normalized text where each morpheme starts.
  package private(set) var starts: [UInt32] = []
  /// The offset in the normalized text where each morpheme ends.
  package private(set) var ends: [UInt32] = []
  /// The first morpheme of each sentence, and the number of morphemes at the end: one more than sentences.
  package private(set) var sentenceStarts: [UInt32] = [0]
  /// For each sentence a number that the same segmenter gives to the same sentence again, as long as it remembers it, and
  /// to no other; 0 where it does not. Numbers grow: what annotators find out about sentences can be kept by them.
  package private(set) var sentenceSerials: [Int] = []
  /// For each sentence the first of the table that is the same, as far as serials tell; itself where there is none
  /// before it.
  package private(set) var firstLike: [UInt32] = []
  /// The first sentence of each serial.
  private var sentenceOfSerial: [Int: UInt32] = [:]

  /// Creates an empty table.
  package init() {}

  /// The number of morphemes.
  package var count: Int { lexemes.count }

  /// The number of sentences.
  package var sentenceCount: Int { sentenceStarts.count - 1 }

  /// The morphemes of the sentence at `index`.
  @inline(__always)
  package func morphemes(ofSentence index: Int) -> Range<Int> {
    Int(sentenceStarts[index])..<Int(sentenceStarts[index + 1])
  }

  /// Where the morpheme at `index` lies.
  @inline(__always)
  package func range(of index: Int) -> ByteRange<NormalizedSpace> { ByteRange(Int(starts[index]), Int(ends[index])) }

  /// Where the morphemes `indices` lie, with what is between them.
  ///
  /// - Precondition: `indices` is not empty.
  package func range(of indices: Range<Int>) -> ByteRange<NormalizedSpace> {
    ByteRange(Int(starts[indices.lowerBound]), Int(ends[indices.upperBound - 1]))
  }

  /// Adds a morpheme to the sentence that is open.
  @inline(__always)
  package mutating func append(_ lexeme: UInt32, start: Int, end: Int) {
    lexemes.append(lexeme)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
  }

  /// Adds morphemes to the sentence that is open, with their offsets from `start` on.
  mutating func append(
    _ lexemes: ArraySlice<UInt32>, starts: ArraySlice<UInt16>, ends: ArraySlice<UInt16>, from start: UInt32
  ) {
    self.lexemes.append(contentsOf: lexemes)
    self.starts.append(contentsOf: starts.lazy.map { start &+ UInt32($0) })
    self.ends.append(contentsOf: ends.lazy.map { start &+ UInt32($0) })
  }

  /// Closes the sentence that is open; a new one begins.
  package mutating func endSentence(serial: Int = 0) {
    let sentence = UInt32(sentenceSerials.count)
    sentenceStarts.append(UInt32(lexemes.count))
    sentenceSerials.append(serial)
    guard serial > 0 else { return firstLike.append(sentence) }
    let first = sentenceOfSerial[serial] ?? sentence
    if first == sentence { sentenceOfSerial[serial] = sentence }
    firstLike.append(first)
  }

  /// Makes room for that many morphemes.
  package mutating func reserveCapacity(_ count: Int) {
    lexemes.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  /// Forgets all morphemes and sentences, and keeps the memory.
  package mutating func removeAll() {
    lexemes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    sentenceStarts.removeAll(keepingCapacity: true)
    sentenceStarts.append(0)
    sentenceSerials.removeAll(keepingCapacity: true)
    firstLike.removeAll(keepingCapacity: true)
    sentenceOfSerial.removeAll(keepingCapacity: true)
  }
}
