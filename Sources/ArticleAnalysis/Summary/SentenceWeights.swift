/// The weights of ``SentenceMerits`` and of runs of sentences.
///
/// Most were learned: on 117 posts with a description by their author, a softmax over all runs of a post was fitted so
/// that the expected bigram F1 is greatest (with a quadratic penalty, checked by cross-validation over posts), and the
/// weights rounded. Those marked "by hand" stand for what such descriptions do not show: what a reader dislikes.
/// Documentation/Evaluation.md has the figures.
enum SentenceWeights {
  // MARK: Position

  /// For standing in the first section.
  static let opening = 4.0
  /// The sentences of the first section that are its opening (by hand).
  static let openingLength = 15
  /// For the first sentence that says something, falling by a factor of e over `leadDecay` such sentences.
  static let lead = 4.0
  static let leadDecay = 5.0
  /// What position counts for in a review, whose opening rarely has the judgement (by hand).
  static let reviewPosition = 0.5
  /// The same in a review that closes with a judgement (by hand).
  static let judgedPosition = 0.25

  // MARK: Centrality

  static let centrality = 1.5

  // MARK: Substance

  /// For saying what a term of the title is: 〜とは.
  static let definition = 3.8
  /// For telling what happened or what something is good for.
  static let gist = 1.5
  /// For a figure with a unit (by hand).
  static let figure = 0.9
  /// For each proper noun, up to `mostNames` (by hand).
  static let name = 0.45
  static let mostNames = 3
  /// For a judgement of the whole, where a review closes; elsewhere (by hand).
  static let closingVerdict = 5.0
  static let verdict = 0.8
  /// For standing where a review closes, with a term of the title; without (by hand).
  static let closing = 4.0
  static let closingBesideTitle = 1.5

  // MARK: Wording

  /// Against chat and moods.
  static let talk = -6.0
  /// Against the author's own experience (by hand).
  static let personal = -5.0
  /// Against guesses and general advice.
  static let hedged = -1.0
  /// Against what fits any article; a term of the title makes it more concrete (by hand).
  static let vague = -4.0
  static let concreteVague = -2.0
  /// Against announcements; where the sentence has a term of the title it is at least concrete.
  static let announcement = -3.0
  static let concreteAnnouncement = -1.5
  /// Against very short sentences: at 0 characters, falling to 0 at `shortLength` (by hand).
  static let short = -3.0
  static let shortLength = 24
  /// Against what may not stand alone: questions, calls, references, asides (by hand).
  static let unfit = -6.0

  // MARK: Runs

  /// For using the room; grows with the square of the share as well as with the share, up to `fullShare` of the limit.
  static let fill = 6.5
  static let fullShare = 0.9
  /// For the share of the title's pairs of letters that the run covers.
  static let titlePairs = 5.5
  /// For the weighted share of the title's terms that the run covers.
  static let titleTerms = 2.5
  /// What both count for in a review that closes with a judgement (by hand).
  static let judgedTitle = 0.5
  /// For each sentence that is left out inside the run.
  static let gap = -1.0
  /// For beginning with a sentence that has no term of the title, where it has any (by hand).
  static let besideTitle = -1.5
  /// For running over a heading.
  static let heading = -0.8
  /// For beginning with a word that points back (by hand).
  static let pointer = -5.0
  /// For beginning with a sentence that has such a word further on (by hand).
  static let pronoun = -3.0
  /// For beginning with a sentence that leans on the one before, even without its connective (by hand).
  static let dependent = -1.5
  /// For each sentence that its wording makes a poor one, besides what that takes from its merits (by hand).
  static let poorSentence = -2.0
  /// The wording that makes a sentence a poor one.
  static let poorWording = -3.5
  /// For a sentence out of which code was left, so that words are missing (by hand).
  static let hole = -5.0
  /// For a sentence of less than `stubLength` characters: できます。 (by hand).
  static let stub = -1.0
  static let stubLength = 12
  /// For saying too little: at no characters, falling to 0 at the least length that is wanted (by hand).
  static let shortfall = -6.0
  /// For ending with a sentence that leads on: まず、 (by hand).
  static let leadsOn = -3.0
  /// For a description that has the excerpt's sentences (by hand).
  static let kept = 1.5
  /// For losing a clause (by hand).
  static let cut = -0.5
}
