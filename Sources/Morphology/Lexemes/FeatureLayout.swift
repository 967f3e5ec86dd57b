/// Which columns of a dictionary's features mean what.
package struct FeatureLayout: Equatable, Sendable {
  /// The families of dictionaries, by their parts of speech.
  package enum Family: String, Sendable {
    /// IPADIC and NAIST-jdic.
    case ipadic
    /// UniDic, in all its versions.
    case unidic
    /// JUMAN.
    case juman
  }

  /// The family.
  package let family: Family
  /// The number of columns of a known word's feature.
  package let columnCount: Int
  /// The columns that part of speech and inflection are told by: this many from the first.
  let grammarColumns: Int
  /// The column of the inflected form's name.
  let formColumn: Int
  /// The column of the base form.
  let baseColumn: Int
  /// The column of the reading of the surface.
  let readingColumn: Int
  /// The column of the pronunciation.
  let pronunciationColumn: Int

  /// The column that tells where a word comes from: UniDic's `goshu`, the same in all of its versions.
  var originColumn: Int? { family == .unidic ? 12 : nil }

  /// Chooses the layout by what the dictionary says of itself: the parts of speech that it gives to unknown words, and
  /// the number of columns that most of its words have.
  ///
  /// - Returns: `nil` where it is none of the known ones.
  init?(unknown: CompiledDictionary, system: CompiledDictionary) {
    var parts: Set<String> = []
    unknown.forEachToken { _, feature in
      parts.insert(String(decoding: feature.bytes.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self))
      return true
    }
    let family: Family
    if parts.contains("補助記号") {
      family = .unidic
    } else if parts.contains("特殊") || parts.contains("未定義語") {
      family = .juman
    } else if parts.contains("記号") && parts.contains("名詞") {
      family = .ipadic
    } else {
      return nil
    }
    self.init(family, columnCount: Self.usualColumnCount(of: system))
  }

  /// The layout of a family's dictionary with that many columns.
  package init(_ family: Family, columnCount: Int) {
    self.family = family
    self.columnCount = columnCount
    switch family {
    case .ipadic:
      (grammarColumns, formColumn, baseColumn, readingColumn, pronunciationColumn) = (6, 5, 6, 7, 8)
    case .juman:
      (grammarColumns, formColumn, baseColumn, readingColumn, pronunciationColumn) = (4, 3, 4, 5, 5)
    case .unidic:
      // UniDic 2.2 and 3 write `kana` at 20, UniDic 2.1 at 17; the short form of 17 columns has none.
      // Each version's `dicrc` lists its columns.
      let reading = columnCount >= 28 ? 20 : columnCount >= 22 ? 17 : 9
      (grammarColumns, formColumn, baseColumn, readingColumn, pronunciationColumn) = (6, 5, 10, reading, 9)
    }
  }

  /// The number of columns that most words of a sample have.
  private static func usualColumnCount(of dictionary: CompiledDictionary) -> Int {
    let sampleSize = 100
    var counts = [Int](repeating: 0, count: 64)
    dictionary.forEachToken(about: sampleSize) { _, feature in
      counts[min(FeatureColumns.count(in: feature.bytes), counts.count - 1)] += 1
      return true
    }
    return counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
  }
}
