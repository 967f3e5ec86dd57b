import TextCore

/// What the words of a sentence say of it by themselves, in whatever article it stands.
package struct SentenceWording {
  /// The connective at its head.
  var head = CuePhrases.Head()
  /// What its phrases say.
  var cues = SentenceCues(rawValue: 0)
  /// Whether it says what something is.
  var isDefinition = false
  /// Whether it has a figure with a unit.
  var hasFigure = false
  /// Its proper nouns, as far as they count.
  package var names = 0

  /// Creates the wording of a sentence that says nothing.
  package init() {}
}

/// The wordings of sentences that were met lately.
///
/// Blogs repeat themselves. Sentences are known by the segmenter's serials, which grow; two halves take turns: when the
/// newer is full, the older is dropped, so that memory is bounded.
package struct WordingMemo: ~Copyable {
  private struct Half {
    /// The serial of the first sentence.
    var base = 0
    /// For each serial from `base` on, the number of its wording, and one more; 0 for none.
    var places: [UInt32] = []
    var wordings: [SentenceWording] = []
  }

  /// The serials that one half covers: more sentences than the segmenter remembers, unless they are very short, and those
  /// are judged again.
  package static let capacity = 1 << 14

  private var newer = Half()
  private var older = Half()

  /// Creates an empty memo.
  package init() {}

  /// What was found of a sentence before.
  package func wording(ofSentence serial: Int) -> SentenceWording? {
    guard serial > 0 else { return nil }
    return serial >= newer.base ? Self.wording(newer, serial) : Self.wording(older, serial)
  }

  /// Keeps what was found of a sentence.
  package mutating func store(_ wording: SentenceWording, sentence serial: Int) {
    guard serial > 0 else { return }
    if newer.places.isEmpty { newer.base = serial }
    guard serial >= newer.base else { return }
    if serial - newer.base >= Self.capacity {
      swap(&newer, &older)
      newer.places.removeAll(keepingCapacity: true)
      newer.wordings.removeAll(keepingCapacity: true)
      newer.base = serial
    }
    while newer.places.count <= serial - newer.base { newer.places.append(0) }
    newer.wordings.append(wording)
    newer.places[serial - newer.base] = UInt32(newer.wordings.count)
  }

  private static func wording(_ half: borrowing Half, _ serial: Int) -> SentenceWording? {
    let place = serial - half.base
    guard place >= 0, place < half.places.count, half.places[place] > 0 else { return nil }
    return half.wordings[Int(half.places[place]) - 1]
  }
}
