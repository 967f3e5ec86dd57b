import Morphology
import TextCore

/// Brings the mentions of an article together: each name one entity, under whatever form it is written.
struct EntityResolver {
  let gazetteer: Gazetteer
  /// Whether short forms and forms in brackets are bound to the full one.
  private let bindsNames: Bool
  private var findings = EntityFindings()
  /// By a number for the name's bytes, its type and the kind of value (`key`).
  private var byKey: [UInt64: Int] = [:]
  /// The entity that a name was given before, by a number for its bytes and its class.
  private var bySurface: [UInt64: Int] = [:]
  /// For persons: the full name that each surname, given name and part of a foreign name stands for, by its number.
  private var byPart: [UInt64: Int] = [:]

  /// The full names of which the article has a form that names nothing else.
  var sureNames: Set<Range<Int>> = []
  /// For names in Latin letters the form that is known, or else the first.
  var latinForms: [LatinKey: LatinForm] = [:]

  /// A way to write a name in Latin letters.
  struct LatinForm {
    let name: [UInt8]
    let isKnown: Bool
  }

  /// What makes two mentions one entity: the bytes of the name and its type, for values their kind. By numbers, for to
  /// hash a string the standard library normalizes it first.
  @inline(__always)
  private static func key(_ name: Span<UInt8>, _ type: EntityType) -> UInt64 {
    FeatureHash.mix(FeatureHash.string(name), type.order)
  }

  init(gazetteer: Gazetteer, bindsNames: Bool) {
    self.gazetteer = gazetteer
    self.bindsNames = bindsNames
  }

  /// Gives each mention its entity. Where a name and a value overlap, the longer one stays; of two equally long ones
  /// the value. No name ends with an amount: 容量110MW is none.
  mutating func resolve(
    _ names: [NameMention], _ values: [ValueMention], _ table: borrowing MorphemeTable,
    _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) -> EntityFindings {
    learnForms(names, text)
    byKey.reserveCapacity(min(names.count + values.count, Self.usualNames))
    bySurface.reserveCapacity(min(names.count, Self.usualNames))
    findings.mentions.reserveCapacity(names.count + values.count)
    if bindsNames { learnPersons(names, table, lexemes, text) }
    var sentence = 0
    var value = 0
    var last: EntityMention?
    for var name in names {
      name = NameEdges.extended(name, table, lexemes)
      while value < values.count, values[value].range.upperBound <= name.range.lowerBound {
        add(values[value], &sentence, table, text)
        value += 1
      }
      var isCovered = false
      while value < values.count, values[value].range.lowerBound < name.range.upperBound {
        if values[value].range.count >= name.range.count || Self.ends(name, with: values[value]) {
          isCovered = true
          break
        }
        value += 1
      }
      guard !isCovered else { continue }
      last = add(name, after: last, text)
    }
    while value < values.count {
      add(values[value], &sentence, table, text)
      value += 1
    }
    return findings
  }

  private static func ends(_ name: NameMention, with value: ValueMention) -> Bool {
    switch value.kind {
    case .money, .percent, .quantity: value.range.upperBound == name.range.upperBound
    case .date, .time: false
    }
  }

  /// Adds a name. One in brackets directly behind another is the other's short form or its expansion.
  private mutating func add(_ name: NameMention, after last: EntityMention?, _ text: Span<UInt8>) -> EntityMention {
    var mention = EntityMention(
      range: name.range, morphemes: name.morphemes, sentence: name.sentence, type: name.name.type,
      kind: name.name.kind)
    if let last, bindsNames, last.type != .person, Self.isBracketed(name.range, after: last.range, text),
      last.type == mention.type || NameForms.isAcronym(text.extracting(name.range.offsets))
    {
      mention.entity = last.entity
      mention.type = last.type
      mention.kind = last.kind
      let surface = text.extracting(name.range.offsets)
      let core = surface.extracting(NameForms.core(of: surface, type: mention.type))
      byKey[Self.key(core, mention.type)] = mention.entity
      // What was known under these words may be another entity from here on.
      bySurface.removeAll(keepingCapacity: true)
    } else {
      let key = FeatureHash.mix(
        FeatureHash.string(text.extracting(name.range.offsets)), UInt64(name.name.rawValue))
      if let known = bySurface[key] {
        mention.entity = known
      } else {
        mention.entity = entity(of: text.extracting(name.range.offsets), mention)
        bySurface[key] = mention.entity
      }
      mention.kind = findings.entities[mention.entity].kind
    }
    findings.mentions.append(mention)
    return mention
  }

  /// Whether nothing but an opening bracket stands between two mentions, and a closing one behind.
  private static func isBracketed(
    _ range: ByteRange<NormalizedSpace>, after last: ByteRange<NormalizedSpace>, _ text: Span<UInt8>
  ) -> Bool {
    guard range.lowerBound > last.upperBound, range.lowerBound - last.upperBound <= 3,
      range.upperBound < text.count
    else { return false }
    let between = text.extracting(last.upperBound..<range.lowerBound)
    let behind = UTF8Scan.scalar(at: range.upperBound, in: text).value
    return (between.isEqual(to: "(") || between.isEqual(to: "（")) && (behind == 0x29 || behind == 0xFF09)
  }

  /// The entity of a name: the one that was named so before, or a new one.
  private mutating func entity(of written: Span<UInt8>, _ mention: EntityMention) -> Int {
    let form = latinForms.isEmpty ? nil : latinForms[LatinKey(written, mention.type)]
    if let form, !form.name.span.isEqual(to: written) {
      // What was bound under the form that stands here goes before other forms.
      let core = written.extracting(NameForms.core(of: written, type: mention.type))
      if let known = byKey[Self.key(core, mention.type)] { return known }
      if bindsNames, let known = bound(core, mention.type) { return known }
      return entity(named: form.name.span, mention)
    }
    return entity(named: written, mention)
  }

  private mutating func entity(named surface: Span<UInt8>, _ mention: EntityMention) -> Int {
    let core = surface.extracting(NameForms.core(of: surface, type: mention.type))
    let key = Self.key(core, mention.type)
    if let known = byKey[key] { return known }
    var entry = gazetteer.entry(named: surface, type: mention.type)
    if entry < 0, core.count != surface.count { entry = gazetteer.entry(named: core, type: mention.type) }
    // CSP alone is not セントラル警備保障: a short form that may stand for another thing keeps its own name.
    let isSure =
      entry >= 0
      && (!gazetteer.entries[Int(entry)].isAmbiguous || sureNames.contains(gazetteer.entries[Int(entry)].canonical))
    var canonicalKey: UInt64?
    if isSure {
      let names = gazetteer.text
      canonicalKey = Self.key(names.span.extracting(gazetteer.entries[Int(entry)].canonical), mention.type)
    }
    var known = canonicalKey.flatMap { byKey[$0] }
    if known == nil, bindsNames { known = bound(core, mention.type) }
    let index = known ?? findings.entities.count
    if known == nil {
      let name = isSure ? gazetteer.canonicalName(of: entry) : core.string(0..<core.count)
      findings.entities.append(NamedEntity(name: name, type: mention.type, kind: mention.kind, value: nil))
    }
    byKey[key] = index
    if let canonicalKey { byKey[canonicalKey] = index }
    if bindsNames, mention.type == .organization, let stem = NameForms.stem(of: core) {
      let key = Self.key(core.extracting(..<stem), mention.type)
      byKey[key] = byKey[key] ?? index
    }
    return index
  }

  /// The entity that a short form stands for.
  private func bound(_ core: Span<UInt8>, _ type: EntityType) -> Int? {
    switch type {
    case .person:
      guard !byPart.isEmpty, let person = byPart[FeatureHash.string(core)], person >= 0 else { return nil }
      return byKey[persons[person]]
    case .organization:
      guard let stem = NameForms.stem(of: core) else { return nil }
      return byKey[Self.key(core.extracting(..<stem), type)]
    default: return nil
    }
  }

  /// Full names of persons as they were learned, by their keys.
  private var persons: [UInt64] = []

  /// Learns which full names of persons the article holds, so that 孫氏 is 孫正義. A part that two persons share
  /// stands for neither.
  private mutating func learnPersons(
    _ names: [NameMention], _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) {
    var known: Set<UInt64> = []
    for name in names where name.name == .person {
      let surface = text.extracting(name.range.offsets)
      let parts = NameForms.parts(of: surface)
      var (first, last) = (parts.first ?? 0..<0, parts.last ?? 0..<0)
      if parts.count < 2 {
        guard name.morphemes.count >= 2 else { continue }
        // A Japanese name: the surname is the first morpheme, what follows the given name.
        let surname = table.range(of: name.morphemes.lowerBound)
        let offset = name.range.lowerBound
        first = (surname.lowerBound - offset..<surname.upperBound - offset).clamped(to: 0..<surface.count)
        last = first.upperBound..<surface.count
      }
      let key = Self.key(surface, .person)
      guard known.insert(key).inserted else { continue }
      persons.append(key)
      for part in [first, last] {
        let number = FeatureHash.string(surface.extracting(part))
        byPart[number] = byPart[number] == nil ? persons.count - 1 : -1
      }
    }
  }

  private mutating func add(
    _ value: ValueMention, _ sentence: inout Int, _ table: borrowing MorphemeTable, _ text: Span<UInt8>
  ) {
    while sentence < table.sentenceCount,
      table.morphemes(ofSentence: sentence).isEmpty
        || Int(table.ends[table.morphemes(ofSentence: sentence).upperBound - 1]) <= value.range.lowerBound
    { sentence += 1 }
    guard sentence < table.sentenceCount else { return }
    let morphemes = table.morphemes(ofSentence: sentence)
    guard let covered = morphemes.covered(by: value.range, in: table) else { return }
    let surface = text.extracting(value.range.offsets)
    let type = EntityType(value.kind)
    // A value's type is its kind.
    let key = Self.key(surface, type)
    var index = byKey[key] ?? findings.entities.count
    // The same words can stand for another time: 同年, 5月.
    if index < findings.entities.count, findings.entities[index].value != value.value {
      index = findings.entities.count
    }
    if index == findings.entities.count {
      findings.entities.append(
        NamedEntity(name: surface.string(0..<surface.count), type: type, kind: nil, value: value.value))
    }
    byKey[key] = index
    findings.mentions.append(
      EntityMention(
        range: value.range,
        morphemes: morphemes.lowerBound + covered.lowerBound..<morphemes.lowerBound + covered.upperBound,
        sentence: sentence, type: type, entity: index))
  }
}

extension EntityType {
  /// A number for keys.
  fileprivate var order: UInt64 {
    switch self {
    case .person: 0
    case .organization: 1
    case .location: 2
    case .facility: 3
    case .product: 4
    case .event: 5
    case .law: 6
    case .date: 7
    case .time: 8
    case .money: 9
    case .percent: 10
    case .quantity: 11
    }
  }

  /// The type of a kind of value.
  init(_ kind: ValueMention.Kind) {
    switch kind {
    case .date: self = .date
    case .time: self = .time
    case .money: self = .money
    case .percent: self = .percent
    case .quantity: self = .quantity
    }
  }
}
