internal import TextCore

/// Where a word comes from: UniDic's 語種.
public enum WordOrigin: UInt8, CaseIterable, Sendable {
  /// 和語: おこなう, 山.
  case japanese
  /// 漢語: 実施, 経済.
  case sinoJapanese
  /// 外来語: データ.
  case foreign
  /// 混種語: 消しゴム.
  case hybrid

  /// The origin by UniDic's sign for it; `nil` for names, signs and what UniDic does not know.
  init?(unidic sign: String) {
    switch sign {
    case "和": self = .japanese
    case "漢": self = .sinoJapanese
    case "外": self = .foreign
    case "混": self = .hybrid
    default: return nil
    }
  }
}

extension LexemeTable {
  /// Whether the dictionary tells where words come from.
  package var tellsOrigins: Bool { layout.originColumn != nil }

  /// Where `lexeme` comes from, read off its feature anew each time; `nil` where the dictionary does not tell.
  package func origin(of lexeme: UInt32) -> WordOrigin? {
    guard let column = layout.originColumn else { return nil }
    let feature = feature(of: lexeme)
    var columns = FeatureColumns()
    feature.withUnsafeBytes { columns.read($0) }
    return WordOrigin(unidic: columns.string(column))
  }
}
