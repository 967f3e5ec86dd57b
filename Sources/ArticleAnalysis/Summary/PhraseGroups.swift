import TextCore

/// Phrases with what each says, to be found in one pass over a text.
///
/// Phrases that begin with the same two scalars are one group; a filter tells of most places that no group stands there.
package struct PhraseGroups: Sendable {
  /// Where a phrase's bytes lie in the pool, and what it says.
  private struct Phrase: Sendable {
    let start: Int
    let end: Int
    let cue: SentenceCues
  }

  /// A place of the hash table: two scalars and the group of the phrases that begin with them; no group where it is free.
  private struct Slot: Sendable {
    var pair: UInt64 = 0
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private var pool: [UInt8] = []
  /// The phrases of two and more scalars, those of a group side by side; then those of one scalar.
  private var phrases: [Phrase] = []
  private var firstSingle = 0
  private var pairs = ScalarPairFilter()
  /// For the last six bits of a scalar, whether it may be a phrase by itself.
  private var singles: UInt64 = 0
  /// Open addressing, linear probing; at most half full.
  private var slots: [Slot] = []

  /// Takes phrases, none of them empty.
  package init(_ texts: [(text: Substring, cue: SentenceCues)]) {
    var found: [(pair: UInt64, bytes: [UInt8], cue: SentenceCues)] = []
    for (text, cue) in texts {
      let scalars = text.unicodeScalars.prefix(2).map(\.value)
      guard let first = scalars.first else { continue }
      if scalars.count == 1 { singles |= 1 << UInt64(first & 63) } else { pairs.insert(text) }
      found.append((scalars.count == 1 ? .max : Self.pair(first, scalars[1]), Array(text.utf8), cue))
    }
    let order = found.indices.sorted { found[$0].pair != found[$1].pair ? found[$0].pair < found[$1].pair : $0 < $1 }
    var size = 64
    while size < found.count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    for place in order {
      let (pair, bytes, cue) = found[place]
      phrases.append(Phrase(start: pool.count, end: pool.count + bytes.count, cue: cue))
      pool += bytes
      guard pair != .max else { continue }
      firstSingle = phrases.count
      let slot = slot(of: pair)
      if slots[slot].end == 0 { slots[slot] = Slot(pair: pair, start: Int32(phrases.count - 1)) }
      slots[slot].end = Int32(phrases.count)
    }
  }

  /// Adds what the phrases say that stand at `place`, where `scalar` is and `following` after it, 0 at the end.
  @inline(__always)
  func read(
    _ text: Span<UInt8>, at place: Int, _ scalar: UInt32, _ following: UInt32, into cues: inout SentenceCues
  ) {
    if pairs.mayContain(scalar, following) {
      let slot = slots[slot(of: Self.pair(scalar, following))]
      read(text, at: place, Int(slot.start)..<Int(slot.end), into: &cues)
    }
    if singles >> UInt64(scalar & 63) & 1 != 0 { read(text, at: place, firstSingle..<phrases.count, into: &cues) }
  }

  /// What all the phrases in `text` say.
  package func cues(of text: Span<UInt8>) -> SentenceCues {
    var cues = SentenceCues(rawValue: 0)
    var place = 0
    while place < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: place, in: text)
      let next = place + length
      read(text, at: place, scalar, next < text.count ? UTF8Scan.scalar(at: next, in: text).value : 0, into: &cues)
      place = next
    }
    return cues
  }

  private func read(_ text: Span<UInt8>, at place: Int, _ group: Range<Int>, into cues: inout SentenceCues) {
    for index in group {
      let phrase = phrases[index]
      if !cues.contains(phrase.cue), Self.matches(pool.span, phrase.start, phrase.end, text, place) {
        cues.formUnion(phrase.cue)
      }
    }
  }

  /// Whether the bytes `start..<end` of `pool` stand in `text` at `place`.
  static func matches(_ pool: Span<UInt8>, _ start: Int, _ end: Int, _ text: Span<UInt8>, _ place: Int) -> Bool {
    guard text.count - place >= end - start else { return false }
    for index in start..<end where text[place + index - start] != pool[index] { return false }
    return true
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// The slot of a pair, or the free one where it would go.
  @inline(__always)
  private func slot(of pair: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (pair &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
    while slots[slot].end > 0, slots[slot].pair != pair { slot = (slot + 1) & mask }
    return slot
  }
}
