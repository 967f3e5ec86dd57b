package import TextCore

/// The words that a segmenter has met, each with a small number and, in columns, what its dictionary says of it.
///
/// Known words are told apart by the address of their feature in the mapped dictionary, so that each entry's feature
/// is read once; all unknown words of one class share one feature, so those are told apart by surface as well.
///
/// One worker owns a table. A number stays what it is until `resetUnknowns(keeping:)` gives the table a new
/// `generation`.
package struct LexemeTable: ~Copyable {
  /// The class of each lexeme.
  package private(set) var partsOfSpeech: [PartOfSpeech] = []
  /// The inflected form of each lexeme.
  package private(set) var forms: [InflectionForm] = []
  /// Whether the dictionary lacks the lexeme.
  package private(set) var isUnknown: [Bool] = []
  /// The surface of each lexeme in `vocabulary`.
  package private(set) var surfaces: [UInt32] = []
  /// The base form of each lexeme in `vocabulary`; the surface where the dictionary gives none.
  package private(set) var baseForms: [UInt32] = []
  /// The reading of each lexeme's surface in `vocabulary`; the surface where the dictionary gives none.
  package private(set) var readings: [UInt32] = []
  /// The pronunciation of each lexeme's surface in `vocabulary`; the surface where the dictionary gives none.
  package private(set) var pronunciations: [UInt32] = []
  /// All the strings of the columns.
  package internal(set) var vocabulary = Vocabulary()
  /// How often numbers were given anew; whoever keeps something for each lexeme drops it when this changes.
  package private(set) var generation = 0
  /// The number of unknown words.
  package private(set) var unknownCount = 0

  /// Where each lexeme's feature lies; 0 for one that was made by hand.
  private(set) var features: [UInt] = []
  /// Open addressing, linear probing. The count is a power of two, at most half full.
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var slotsTaken = 0
  var grammar: Grammar
  var columns = FeatureColumns()
  let layout: FeatureLayout
  /// Keeps the dictionaries mapped that the features lie in.
  private let model: MeCabModel?

  /// Creates an empty table for the words of `model`.
  init(model: MeCabModel) {
    self.model = model
    layout = model.layout
    grammar = Grammar(model.layout)
  }

  /// Creates an empty table to fill by hand.
  package init() {
    model = nil
    layout = FeatureLayout(.ipadic, columnCount: 9)
    grammar = Grammar(layout)
  }

  /// The number of lexemes.
  package var count: Int { surfaces.count }

  /// The surface of `lexeme`.
  package func surface(of lexeme: UInt32) -> String { vocabulary.string(of: surfaces[Int(lexeme)]) }

  /// The base form of `lexeme`.
  package func baseForm(of lexeme: UInt32) -> String { vocabulary.string(of: baseForms[Int(lexeme)]) }

  /// The reading of `lexeme`.
  package func reading(of lexeme: UInt32) -> String { vocabulary.string(of: readings[Int(lexeme)]) }

  /// Adds a lexeme by hand; what is left out is the surface.
  package mutating func add(
    _ surface: String, _ partOfSpeech: PartOfSpeech, form: InflectionForm = .none, base: String? = nil,
    reading: String? = nil, pronunciation: String? = nil, isUnknown: Bool = false
  ) -> UInt32 {
    append(
      key: 0, feature: 0, partOfSpeech, form, isUnknown: isUnknown, surface: vocabulary.intern(surface),
      base: vocabulary.intern(base ?? surface), reading: vocabulary.intern(reading ?? surface),
      pronunciation: vocabulary.intern(pronunciation ?? reading ?? surface))
  }

  /// Forgets everything where there are more than `limit` unknown words, so that memory stays bounded over any number
  /// of articles; to be called between articles.
  ///
  /// Known words go too, and come back when they are met again: a dictionary bounds their number.
  package mutating func resetUnknowns(keeping limit: Int) {
    guard unknownCount > limit else { return }
    generation += 1
    unknownCount = 0
    partsOfSpeech.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    isUnknown.removeAll(keepingCapacity: true)
    surfaces.removeAll(keepingCapacity: true)
    baseForms.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    pronunciations.removeAll(keepingCapacity: true)
    features.removeAll(keepingCapacity: true)
    vocabulary = Vocabulary()
    slots = [Slot](repeating: Slot(), count: 1 << 12)
    slotsTaken = 0
  }

  /// Adds a lexeme and makes it known to `find(_:)` by its key.
  mutating func append(
    key: UInt64, feature: UInt, _ part: PartOfSpeech, _ form: InflectionForm, isUnknown unknown: Bool, surface: UInt32,
    base: UInt32,
    reading: UInt32, pronunciation: UInt32
  ) -> UInt32 {
    partsOfSpeech.append(part)
    forms.append(form)
    isUnknown.append(unknown)
    surfaces.append(surface)
    baseForms.append(base)
    readings.append(reading)
    pronunciations.append(pronunciation)
    features.append(feature)
    unknownCount += unknown ? 1 : 0
    let lexeme = UInt32(surfaces.count - 1)
    if key != 0 { insert(Slot(key: key, lexeme: lexeme)) }
    return lexeme
  }

  /// A place of the hash table: key and lexeme side by side, so that a look costs one cache line. Key 0 is free.
  private struct Slot {
    var key: UInt64 = 0
    var lexeme: UInt32 = 0
  }

  /// The lexeme that was added under `key`.
  @inline(__always)
  func find(_ key: UInt64) -> UInt32? {
    let mask = slots.count - 1
    var index = Self.hash(key) & mask
    while slots[index].key != key {
      if slots[index].key == 0 { return nil }
      index = (index + 1) & mask
    }
    return slots[index].lexeme
  }

  private mutating func insert(_ slot: Slot) {
    slotsTaken += 1
    if slotsTaken * 2 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      for slot in old where slot.key != 0 { place(slot) }
    }
    place(slot)
  }

  private mutating func place(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Self.hash(slot.key) & mask
    while slots[index].key != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  /// Fibonacci hashing: the upper half of a product with 2^64 over the golden ratio (Knuth, vol. 3, 6.4).
  @inline(__always)
  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) }
}
