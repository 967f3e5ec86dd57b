/// The context ids that words of each kind get: the ones that most words of their class in the dictionary have.
///
/// They are read off the compiled dictionary itself, so that no definition files are needed and none can be of another
/// version. Where a class has many ids (UniDic tells words by origin), the most frequent is its plainest.
struct WordConnections {
  /// The token of a kind, with cost 0.
  private var tokens: [WordKind: CompiledDictionary.Token] = [:]

  /// Reads the ids off a sample of the words of `dictionary`.
  init(_ dictionary: CompiledDictionary, family: FeatureLayout.Family) throws(MorphologyError) {
    let sampleSize = 1 << 16
    let prefixes = Set(WordKind.allCases.map { Self.prefix($0, family) }).sorted { $0.lexicographicallyPrecedes($1) }
    var counts = [[UInt64: Int]](repeating: [:], count: prefixes.count)
    dictionary.forEachToken(about: sampleSize) { token, feature in
      if let index = prefixes.firstIndex(where: { feature.starts(with: $0) }) {
        let ids = UInt64(token.leftID) << 32 | UInt64(token.rightID) << 16 | UInt64(token.posID)
        counts[index][ids, default: 0] += 1
      }
      return true
    }
    for kind in WordKind.allCases {
      guard let index = prefixes.firstIndex(of: Self.prefix(kind, family)) else { continue }
      guard let ids = counts[index].max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { continue }
      tokens[kind] = CompiledDictionary.Token(
        leftID: UInt16(truncatingIfNeeded: ids >> 32), rightID: UInt16(truncatingIfNeeded: ids >> 16),
        posID: UInt16(truncatingIfNeeded: ids), cost: 0)
    }
    guard tokens[.noun] != nil else {
      throw .cannotOpen(path: dictionary.path, reason: "名詞が 1 語もないので、語を加えられません")
    }
  }

  /// The ids of words of `kind`; those of nouns where the dictionary has no word of its class.
  func token(_ kind: WordKind) -> CompiledDictionary.Token {
    tokens[kind] ?? tokens[.noun] ?? CompiledDictionary.Token(leftID: 0, rightID: 0, posID: 0, cost: 0)
  }

  private static func prefix(_ kind: WordKind, _ family: FeatureLayout.Family) -> [UInt8] {
    Array((kind.parts(in: family).joined(separator: ",") + ",").utf8)
  }
}
