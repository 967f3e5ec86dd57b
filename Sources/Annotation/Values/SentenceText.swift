import Morphology
import TextCore

/// The bytes of one sentence with the borders of its morphemes, copied out to be read back and forth.
struct SentenceText: ~Copyable {
  /// Zeros behind the sentence, so that looking a few bytes ahead needs no question.
  private static let padding = 16

  /// The sentence, zeros, and room behind them.
  private(set) var bytes: [UInt8] = []
  /// The number of bytes of the sentence.
  private(set) var count = 0
  /// Where the sentence starts in the text.
  private(set) var base = 0
  /// For each place whether a morpheme starts or ends there.
  private var borders = ScratchColumn(repeating: false, count: 0)

  /// Takes in a sentence.
  /// - Complexity: O(*n*) in bytes.
  mutating func load(_ text: Span<UInt8>, _ morphemes: Range<Int>, _ table: borrowing MorphemeTable) {
    let range = table.range(of: morphemes)
    base = range.lowerBound
    count = min(range.upperBound, text.count) - base
    if bytes.count < count + Self.padding { makeRoom(for: count) }
    bytes.withUnsafeMutableBufferPointer { bytes in
      text.extracting(base..<base + count).withUnsafeBufferPointer { _ = bytes.update(fromContentsOf: $0) }
      bytes[count..<count + Self.padding].update(repeating: 0)
    }
    borders.fill(false, in: 0..<count + Self.padding)
    for index in morphemes {
      borders[Int(table.starts[index]) - base] = true
      borders[Int(table.ends[index]) - base] = true
    }
  }

  private mutating func makeRoom(for count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: 2 * count + Self.padding - bytes.count))
    borders.extend(to: bytes.count, with: false)
  }

  /// The byte at a place up to a few behind the end, where it is 0.
  @inline(__always)
  subscript(place: Int) -> UInt8 { bytes[place] }

  /// The byte before a place; 0 at the start.
  @inline(__always)
  func before(_ place: Int) -> UInt8 { place > 0 ? bytes[place - 1] : 0 }

  /// Whether no morpheme reaches across `place`.
  func isBorder(_ place: Int) -> Bool { borders[place] }

  /// The scalar of one or three bytes at a place; U+FFFD for all others.
  @inline(__always)
  func scalar(at place: Int) -> UInt32 {
    let lead = bytes[place]
    if lead < 0x80 { return UInt32(lead) }
    guard lead >= 0xE0, lead < 0xF0, place + 2 < bytes.count else { return 0xFFFD }
    return UInt32(lead & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
  }

  /// Whether the sentence has `phrase` at a place.
  func has(_ phrase: StaticString, at place: Int) -> Bool {
    phrase.withUTF8Buffer { phrase in
      guard place + phrase.count <= count else { return false }
      for index in phrase.indices where bytes[place + index] != phrase[index] { return false }
      return true
    }
  }

  /// Whether the sentence has `phrase` right before a place.
  func has(_ phrase: StaticString, before place: Int) -> Bool {
    place >= phrase.utf8CodeUnitCount && has(phrase, at: place - phrase.utf8CodeUnitCount)
  }

  /// Where the first of `phrases` ends that stands at a place.
  func end(ofAny phrases: [StaticString], at place: Int) -> Int? {
    for phrase in phrases where has(phrase, at: place) { return place + phrase.utf8CodeUnitCount }
    return nil
  }

  @inline(__always)
  func isDigit(_ place: Int) -> Bool { bytes[place] &- 0x30 < 10 }

  @inline(__always)
  func isLetter(_ place: Int) -> Bool { (bytes[place] | 0x20) &- 0x61 < 26 }

  func isLetterOrDigit(_ place: Int) -> Bool { isDigit(place) || isLetter(place) }

  /// Where a sign of a range ends that stands at a place: `〜`, a hyphen, a dash, or ー where one was meant.
  func endOfRangeSign(at place: Int) -> Int? {
    switch bytes[place] {
    case UInt8(ascii: "-"), UInt8(ascii: "~"): return place + 1
    case 0xE2, 0xE3:
      switch scalar(at: place) {
      case 0x301C, 0x30FC, 0x2010...0x2015, 0x2212, 0x223C: return place + 3
      default: return nil
      }
    case 0xEF:
      switch scalar(at: place) {
      case 0xFF5E, 0xFF0D: return place + 3
      default: return nil
      }
    default: return nil
    }
  }
}
