internal import TextCore

/// Tells part of speech and inflected form by the leading columns of a feature, reading each combination once.
struct Grammar {
  /// What the leading columns say.
  struct Entry {
    var partOfSpeech: PartOfSpeech
    var form: InflectionForm
  }

  private let layout: FeatureLayout
  private var keys = Vocabulary()
  private var entries: [Entry] = []

  init(_ layout: FeatureLayout) { self.layout = layout }

  /// The part of speech and form of the word whose feature has these columns.
  mutating func entry(of columns: FeatureColumns) -> Entry {
    let id = Int(keys.intern(columns.bytes.span.extracting(columns.prefix(layout.grammarColumns))))
    if id == entries.count {
      let parts = (0..<4).map { columns.string($0) }
      let part: PartOfSpeech =
        switch layout.family {
        case .ipadic: PartOfSpeech(ipadic: parts)
        case .unidic: PartOfSpeech(unidic: parts)
        case .juman: PartOfSpeech(juman: parts)
        }
      entries.append(Entry(partOfSpeech: part, form: InflectionForm(columns.string(layout.formColumn))))
    }
    return refined(entries[id], columns)
  }

  /// Particles that the columns do not tell apart: UniDic's and JUMAN's の, JUMAN's は and も.
  private func refined(_ entry: Entry, _ columns: FeatureColumns) -> Entry {
    guard layout.family != .ipadic, entry.partOfSpeech.isParticle else { return entry }
    var entry = entry
    switch (layout.family, entry.partOfSpeech, columns.string(layout.baseColumn)) {
    case (.unidic, .caseParticle, "の"), (.juman, .conjunctiveParticle, "の"): entry.partOfSpeech = .adnominalParticle
    case (.juman, .adverbialParticle, "は"), (.juman, .adverbialParticle, "も"): entry.partOfSpeech = .bindingParticle
    default: break
    }
    return entry
  }
}

extension InflectionForm {
  /// The form by the name that IPADIC, UniDic or JUMAN has for it.
  init(_ name: String) {
    // JUMAN names a row of the paradigm first (ダ列基本連用形), so the form is looked for anywhere in the name; the
    // more telling parts of names come first.
    let parts: [(String, InflectionForm)] = [
      ("未然ウ", .volitional), ("意志", .volitional), ("推量", .volitional), ("未然", .irrealis), ("連用", .continuative),
      ("条件", .conditional), ("仮定", .conditional), ("已然", .conditional), ("命令", .imperative), ("連体", .attributive),
      ("体言接続", .attributive), ("語幹", .stem), ("ガル接続", .stem), ("基本", .terminal), ("終止", .terminal),
      ("タ形", .terminal),
    ]
    self = name.isEmpty ? .none : parts.first { name.contains($0.0) }?.1 ?? .other
  }
}
