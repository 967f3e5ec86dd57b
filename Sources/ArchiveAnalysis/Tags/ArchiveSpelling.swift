/// How an archive spells its tags, so that a new one looks like the others.
struct ArchiveSpelling: Equatable, Sendable {
  /// The share of tags above which a habit is one.
  private static let habit = 0.8
  /// The fewest tags of several words that tell how they are joined.
  private static let fewest = 4

  /// Whether Latin tags are written in small letters.
  let isLowercase: Bool
  /// Whether the words of a tag are joined by hyphens.
  let joinsByHyphens: Bool
  /// The share of tags that are written in Latin letters.
  let latinShare: Double

  /// Learns from the distinct tags of an archive.
  init(_ tags: [String]) {
    let latin = tags.filter(Self.isLatin)
    let lowercase = latin.count { $0 == $0.lowercased() }
    let several = latin.filter { $0.contains(" ") || $0.contains("-") || $0.contains("_") }
    let hyphens = several.count { $0.contains("-") && !$0.contains(" ") }
    isLowercase = !latin.isEmpty && Double(lowercase) > Self.habit * Double(latin.count)
    joinsByHyphens = several.count >= Self.fewest && Double(hyphens) > 0.75 * Double(several.count)
    latinShare = tags.isEmpty ? 0.5 : Double(latin.count) / Double(tags.count)
  }

  /// A term as the archive would spell it.
  func spelled(_ term: String) -> String {
    guard Self.isLatin(term) else { return term }
    let term = isLowercase ? term.lowercased() : term
    return joinsByHyphens ? term.replacing(" ", with: "-") : term
  }

  /// The share of tags in Latin letters for a term in Latin letters, else that of the others.
  func scriptShare(of term: String) -> Double { Self.isLatin(term) ? latinShare : 1 - latinShare }

  private static func isLatin(_ tag: String) -> Bool { tag.utf8.allSatisfy { $0 < 0x80 } }
}
