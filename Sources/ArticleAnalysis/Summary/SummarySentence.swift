import ArticleSource
import TextCore

/// A sentence as the summary sees it.
struct SummarySentence {
  /// The place of the sentence among the article's, from 0.
  let order: Int
  /// Where it stands in the normalized text.
  var normalized: ByteRange<NormalizedSpace>
  /// Where it stands in the prose.
  var prose: ByteRange<ProseSpace>
  /// The kind of its block.
  let block: ProseBlock.Kind
  /// Its block.
  let blockIndex: Int
  /// The number of headings before it.
  let section: Int
  /// Whether it stands in the section where the article's running text begins.
  let isOpening: Bool
  /// Whether it stands where the article closes.
  var isClosing: Bool
  /// Whether it ends its block.
  let endsBlock: Bool
  /// How it ends.
  var ending: Ending
  /// Whether it has no term of the title, which has some.
  var isBesideTitle = false
  /// Whether its beginning is missing.
  var isFragment = false
  /// Whether it was put together of what line breaks cut.
  var isJoined = false
  /// What its words say by themselves.
  var wording = SentenceWording()
  /// What its wording and its ending say.
  var cues = SentenceCues(rawValue: 0)
  /// Its place among the sentences of its kind that say something, from 0.
  var place = 0
  /// What speaks for it.
  var merits = SentenceMerits()

  /// Whether the article closes with a judgement in it.
  var closesWithVerdict: Bool { isClosing && cues.contains(.verdict) }

  /// How a sentence ends.
  enum Ending {
    /// With a full stop or the like.
    case marked
    /// With a full stop behind a sentence-final particle: ね。
    case chatty
    /// With a predicate, and no mark.
    case unmarked
    /// In the middle, with a particle, or with a noun and no mark.
    case open
  }

  /// Whether it can stand in an excerpt without the reader wondering.
  var isFit: Bool {
    ending != .open && !isFragment && cues.isDisjoint(with: Self.unfit)
  }

  private static let unfit: SentenceCues = [.greeting, .filler, .call, .aside, .question, .reference]

  /// The connective at its head.
  var head: CuePhrases.Head { wording.head }

  /// Whether it leans on the sentence before.
  var leansBack: Bool { cues.contains(.pointer) || head.length > 0 }
}
