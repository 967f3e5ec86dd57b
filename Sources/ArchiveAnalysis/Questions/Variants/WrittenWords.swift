internal import Foundation
internal import TextCore

/// A word as the author wrote it: a run of katakana, or a word in Latin letters.
package struct WrittenWord: Equatable, Sendable {
  /// The letters.
  package let text: String
  /// Where it stands, in bytes.
  package let range: Range<Int>
  /// What it is written in.
  package let script: Script
  /// Whether no other Latin word stands beside it, as in a name of several words.
  package var isAlone = true

  /// What a word is written in.
  package enum Script: Sendable, Equatable {
    /// Katakana, full or half width, perhaps with middle dots between.
    case katakana
    /// Latin letters, full or half width, with digits, dots and hyphens inside.
    case latin
  }
}

/// Finds the words that are compared by how they are written.
///
/// English sentences are left out: their letters follow rules of their own. So are paths, addresses, options and names
/// with signs of program code in them.
package enum WrittenWords {
  /// So many Latin words in a row are English, not names.
  private static let englishWords = 4

  /// The words of a text, in its order; the parts of a word with middle dots come before the whole.
  /// - Complexity: O(*n*).
  package static func of(_ bytes: [UInt8]) -> [WrittenWord] {
    var words: [WrittenWord] = []
    var latinRun: [WrittenWord] = []
    var latinEnd = -1
    var place = 0
    func flush() {
      if latinRun.count < englishWords {
        for var word in latinRun where isName(word.text) {
          word.isAlone = latinRun.count == 1
          words.append(word)
        }
      }
      latinRun.removeAll()
    }
    while place < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: bytes.span)
      if isKatakana(scalar) {
        flush()
        place = katakana(bytes, place, &words)
      } else if isLatin(scalar) || isCodeSign(scalar) {
        let start = place
        place = endOfLatin(bytes, place)
        let range = trimmed(bytes, start..<place)
        if start > latinEnd + 1 || latinEnd >= 0 && start == latinEnd + 1 && bytes[latinEnd] != 0x20 { flush() }
        if !range.isEmpty {
          latinRun.append(
            WrittenWord(
              text: String(decoding: bytes[range], as: UTF8.self), range: range, script: .latin))
          if range.lowerBound != start, isJoined(bytes[start]) { latinRun.removeLast() }
        }
        latinEnd = place
      } else {
        place += length
      }
    }
    flush()
    return words
  }

  private static func katakana(_ bytes: [UInt8], _ start: Int, _ words: inout [WrittenWord]) -> Int {
    var (place, partStart, parts) = (start, start, 0)
    func add(_ range: Range<Int>) {
      words.append(
        WrittenWord(text: String(decoding: bytes[range], as: UTF8.self), range: range, script: .katakana))
    }
    while place < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: bytes.span)
      if isKatakana(scalar) {
        place += length
        continue
      }
      guard isMiddleDot(scalar), place + length < bytes.count,
        isKatakana(UTF8Scan.scalar(at: place + length, in: bytes.span).value)
      else { break }
      add(partStart..<place)
      parts += 1
      place += length
      partStart = place
    }
    add(partStart..<place)
    if parts > 0 { add(start..<place) }
    return place
  }

  private static func endOfLatin(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: bytes.span)
      guard isLatin(scalar) || isCodeSign(scalar) else { break }
      place += length
    }
    return place
  }

  /// The range without signs at its ends that belong to the sentence.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSign(bytes[start]) { start += 1 }
    while start < end, isSign(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(byte >= 0x30 && byte <= 0x39) && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }

  /// Whether a sign in front makes a word part of a path, an option, a mention.
  private static func isJoined(_ sign: UInt8) -> Bool { ".-#@/\\_$".utf8.contains(sign) }

  /// Whether a word is written as names are: with a letter, no signs of program code, no digits in front.
  private static func isName(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 1, let first = scalars.first, isLatin(first.value), !(0x30...0x39).contains(first.value)
    else { return false }
    for (place, scalar) in scalars.enumerated() where isCodeSign(scalar.value) {
      // Only a dot or a hyphen between letters, as in Node.js and E-mail.
      guard scalar == "." || scalar == "-", place > 0, place + 1 < scalars.count else { return false }
      guard isLetter(scalars[place - 1].value), isLetter(scalars[place + 1].value) else { return false }
    }
    return scalars.contains { isLetter($0.value) }
  }

  private static func isKatakana(_ scalar: UInt32) -> Bool {
    (0x30A1...0x30FA).contains(scalar) || scalar == 0x30FC || (0xFF66...0xFF9F).contains(scalar)
  }

  private static func isMiddleDot(_ scalar: UInt32) -> Bool { scalar == 0x30FB || scalar == 0xFF65 }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar | 0x20) && scalar < 0x80 || (0xFF21...0xFF3A).contains(scalar)
      || (0xFF41...0xFF5A).contains(scalar)
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    isLetter(scalar) || (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
  }

  private static func isCodeSign(_ scalar: UInt32) -> Bool {
    scalar < 0x80 && "._-/@#:~%&=?$\\+'*".utf8.contains(UInt8(scalar))
  }
}
