import Foundation
/// The weights of ``SentenceMerits`` and of runs of sentences.
///
/// Most were learned: on 117 posts with a description by their author, a softmax over all runs of a post was fitted so
/// that the expected bigram F1 is greatest (with a quadratic penalty, checked by cross-validation over posts), and the
/// weights rounded. Those marked "by hand" stand for what such descriptions do not show: what a reader dislikes.
/// Documentation/Evaluation.md has the figures.
enum SentenceWeights {
  // MARK: Position

  /// For standing in the first section.
  nonisolated(unsafe) static var opening: Double =
    ProcessInfo.processInfo.environment["W_opening"].flatMap(Double.init) ?? 4.0
  /// The sentences of the first section that are its opening (by hand).
  nonisolated(unsafe) static var openingLength: Int =
    ProcessInfo.processInfo.environment["W_openingLength"].flatMap(Int.init) ?? 15
  /// For the first sentence that says something, falling by a factor of e over `leadDecay` such sentences.
  nonisolated(unsafe) static var lead: Double =
    ProcessInfo.processInfo.environment["W_lead"].flatMap(Double.init) ?? 4.0
  nonisolated(unsafe) static var leadDecay: Double =
    ProcessInfo.processInfo.environment["W_leadDecay"].flatMap(Double.init) ?? 5.0
  /// What position counts for in a review, whose opening rarely has the judgement (by hand).
  nonisolated(unsafe) static var reviewPosition: Double =
    ProcessInfo.processInfo.environment["W_reviewPosition"].flatMap(Double.init) ?? 0.6

  // MARK: Centrality

  nonisolated(unsafe) static var centrality: Double =
    ProcessInfo.processInfo.environment["W_centrality"].flatMap(Double.init) ?? 1.5

  // MARK: Substance

  /// For saying what a term of the title is: 〜とは.
  nonisolated(unsafe) static var definition: Double =
    ProcessInfo.processInfo.environment["W_definition"].flatMap(Double.init) ?? 3.8
  /// For telling what happened or what something is good for.
  nonisolated(unsafe) static var gist: Double =
    ProcessInfo.processInfo.environment["W_gist"].flatMap(Double.init) ?? 1.5
  /// For a figure with a unit (by hand).
  nonisolated(unsafe) static var figure: Double =
    ProcessInfo.processInfo.environment["W_figure"].flatMap(Double.init) ?? 0.9
  /// For each proper noun, up to `mostNames` (by hand).
  nonisolated(unsafe) static var name: Double =
    ProcessInfo.processInfo.environment["W_name"].flatMap(Double.init) ?? 0.45
  nonisolated(unsafe) static var mostNames: Int =
    ProcessInfo.processInfo.environment["W_mostNames"].flatMap(Int.init) ?? 3
  /// For a judgement of the whole, in the section that closes a review; elsewhere (by hand).
  nonisolated(unsafe) static var closingVerdict: Double =
    ProcessInfo.processInfo.environment["W_closingVerdict"].flatMap(Double.init) ?? 6.0
  nonisolated(unsafe) static var verdict: Double =
    ProcessInfo.processInfo.environment["W_verdict"].flatMap(Double.init) ?? 0.8

  // MARK: Wording

  /// Against chat and moods.
  nonisolated(unsafe) static var talk: Double =
    ProcessInfo.processInfo.environment["W_talk"].flatMap(Double.init) ?? -6.0
  /// Against the author's own experience (by hand).
  nonisolated(unsafe) static var personal: Double =
    ProcessInfo.processInfo.environment["W_personal"].flatMap(Double.init) ?? -4.0
  /// Against guesses and general advice.
  nonisolated(unsafe) static var hedged: Double =
    ProcessInfo.processInfo.environment["W_hedged"].flatMap(Double.init) ?? -1.0
  /// Against what fits any article; a term of the title makes it more concrete (by hand).
  nonisolated(unsafe) static var vague: Double =
    ProcessInfo.processInfo.environment["W_vague"].flatMap(Double.init) ?? -4.0
  nonisolated(unsafe) static var concreteVague: Double =
    ProcessInfo.processInfo.environment["W_concreteVague"].flatMap(Double.init) ?? -2.0
  /// Against announcements; where the sentence has a term of the title it is at least concrete.
  nonisolated(unsafe) static var announcement: Double =
    ProcessInfo.processInfo.environment["W_announcement"].flatMap(Double.init) ?? -3.0
  nonisolated(unsafe) static var concreteAnnouncement: Double =
    ProcessInfo.processInfo.environment["W_concreteAnnouncement"].flatMap(Double.init) ?? -1.5
  /// Against sentences without a term of the title, where it has any (by hand).
  nonisolated(unsafe) static var besideTitle: Double =
    ProcessInfo.processInfo.environment["W_besideTitle"].flatMap(Double.init) ?? -1.0
  /// Against very short sentences: at 0 characters, falling to 0 at `shortLength` (by hand).
  nonisolated(unsafe) static var short: Double =
    ProcessInfo.processInfo.environment["W_short"].flatMap(Double.init) ?? -3.0
  nonisolated(unsafe) static var shortLength: Int =
    ProcessInfo.processInfo.environment["W_shortLength"].flatMap(Int.init) ?? 24
  /// Against what may not stand alone: questions, calls, references, asides (by hand).
  nonisolated(unsafe) static var unfit: Double =
    ProcessInfo.processInfo.environment["W_unfit"].flatMap(Double.init) ?? -6.0

  // MARK: Runs

  /// For using the room, at a full limit; grows with the square of the share as well as with the share.
  nonisolated(unsafe) static var fill: Double =
    ProcessInfo.processInfo.environment["W_fill"].flatMap(Double.init) ?? 6.5
  /// For the share of the title's pairs of letters that the run covers.
  nonisolated(unsafe) static var titlePairs: Double =
    ProcessInfo.processInfo.environment["W_titlePairs"].flatMap(Double.init) ?? 5.5
  /// For the weighted share of the title's terms that the run covers.
  nonisolated(unsafe) static var titleTerms: Double =
    ProcessInfo.processInfo.environment["W_titleTerms"].flatMap(Double.init) ?? 2.5
  /// For each sentence that is left out inside the run.
  nonisolated(unsafe) static var gap: Double = ProcessInfo.processInfo.environment["W_gap"].flatMap(Double.init) ?? -1.0
  /// For running over a heading.
  nonisolated(unsafe) static var heading: Double =
    ProcessInfo.processInfo.environment["W_heading"].flatMap(Double.init) ?? -0.8
  /// For beginning with a word that points back (by hand).
  nonisolated(unsafe) static var pointer: Double =
    ProcessInfo.processInfo.environment["W_pointer"].flatMap(Double.init) ?? -4.0
  /// For beginning with a sentence that has such a word further on (by hand).
  nonisolated(unsafe) static var pronoun: Double =
    ProcessInfo.processInfo.environment["W_pronoun"].flatMap(Double.init) ?? -3.0
  /// For beginning with a sentence that leans on the one before, even without its connective (by hand).
  nonisolated(unsafe) static var dependent: Double =
    ProcessInfo.processInfo.environment["W_dependent"].flatMap(Double.init) ?? -1.5
  /// For each sentence that its wording makes a poor one, besides what that takes from its merits (by hand).
  nonisolated(unsafe) static var poorSentence: Double =
    ProcessInfo.processInfo.environment["W_poorSentence"].flatMap(Double.init) ?? -1.5
  /// The wording that makes a sentence a poor one.
  nonisolated(unsafe) static var poorWording: Double =
    ProcessInfo.processInfo.environment["W_poorWording"].flatMap(Double.init) ?? -3.5
  /// For a sentence out of which code was left, so that words are missing (by hand).
  nonisolated(unsafe) static var hole: Double =
    ProcessInfo.processInfo.environment["W_hole"].flatMap(Double.init) ?? -5.0
  /// For losing a clause (by hand).
  nonisolated(unsafe) static var cut: Double = ProcessInfo.processInfo.environment["W_cut"].flatMap(Double.init) ?? -0.5
}
