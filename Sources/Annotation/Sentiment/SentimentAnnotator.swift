internal import Foundation
package import Morphology
import TextCore

/// Judges the sentences of an article, and finds the words that judge.
///
/// Holds scratch, so give each worker its own; lexicon and model are shared. `Documentation/Sentiment.md` tells the rules.
package struct SentimentAnnotator: ~Copyable {
  /// What is left out, to measure what it is good for.
  package struct Ablation: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// Denials turn nothing.
    package static let negation = Ablation(rawValue: 1)
    /// Contrasts weaken nothing.
    package static let contrast = Ablation(rawValue: 2)
    /// The rules' sums decide alone.
    package static let learnedWeights = Ablation(rawValue: 4)
  }

  private let lexicon: SentimentLexicon
  private let model: SentimentModel
  private let ablation: Ablation
  private let keepsFeatures: Bool
  private var lexemes: SentimentLexemes
  private var learned: LearnedWords
  private var words = SentenceWords()
  private var composer = CueComposer()
  private var features = FeatureMeasure()
  private var memo = SentenceMemo<SentimentFindings.Sentence, ComposedCue>()

  /// Creates an annotator.
  /// - Parameter keepsFeatures: Whether the findings hold the features of the sentences, to learn from.
  package init(
    lexicon: SentimentLexicon, model: SentimentModel, ablation: Ablation = [], keepsFeatures: Bool = false
  ) {
    self.lexicon = lexicon
    self.model = ablation.contains(.learnedWeights) ? SentimentModel(rulesOnly: ()) : model
    self.ablation = ablation
    self.keepsFeatures = keepsFeatures
    lexemes = SentimentLexemes(lexicon)
    learned = LearnedWords(self.model)
  }

  /// Judges a segmented article.
  /// - Complexity: O(*n*) in morphemes.
  package mutating func annotate(
    _ table: borrowing MorphemeTable, lexemes lexemeTable: borrowing LexemeTable
  ) -> SentimentFindings {
    var findings = SentimentFindings()
    findings.sentences.reserveCapacity(table.sentenceCount)
    findings.cues.reserveCapacity(table.sentenceCount * 3 / 2)
    lexemes.update(lexemeTable, learned)
    // The morpheme whose record is brought near next.
    var ahead = 0
    for sentence in 0..<table.sentenceCount {
      let range = table.morphemes(ofSentence: sentence)
      let serial = keepsFeatures ? 0 : table.sentenceSerials[sentence]
      if let answer = memo.answer(forSentence: serial) {
        findings.sentences.append(answer.finding)
        for cue in answer.parts { findings.cues.append(Self.placed(cue, sentence, range, table)) }
        continue
      }
      let limit = min(range.upperBound + Self.lookAhead, table.lexemes.count)
      ahead = max(ahead, range.lowerBound)
      while ahead < limit {
        lexemes.records.prefetch(Int(table.lexemes[ahead]))
        ahead += 1
      }
      let judged = judge(range, table, lexemeTable)
      findings.sentences.append(judged)
      if keepsFeatures { findings.features.append(features.features) }
      memo.store(sentence: serial, judged, composer.cues)
      for index in 0..<composer.cues.count {
        findings.cues.append(Self.placed(composer.cues[index], sentence, range, table))
      }
    }
    return findings
  }

  /// How many words before their sentence is read the records of words are brought near: a sentence or two.
  private static let lookAhead = 32

  private mutating func judge(
    _ range: Range<Int>, _ table: borrowing MorphemeTable, _ lexemeTable: borrowing LexemeTable
  ) -> SentimentFindings.Sentence {
    let sum = words.begin(table.lexemes.span.extracting(range), lexemes, &learned)
    find(range, table, lexemeTable)
    let mood = SentenceMood(words)
    if CueComposer.concerns(words) {
      if words.phraseCount == 0 { words.clearPlaces() }
      words.findClauses()
      composer.compose(&words, lexicon, ablation)
      composer.applyClauses(words, mood, ablation)
    } else {
      composer.clear()
    }
    features.measure(words, composer, mood)
    var judged = decide(sum, mood)
    judged.isContrast = words.beginsWithContrast
    composer.drop(below: Self.weakestCue)
    return judged
  }

  /// A judgement with its place in the article.
  private static func placed(
    _ cue: ComposedCue, _ sentence: Int, _ range: Range<Int>, _ table: borrowing MorphemeTable
  ) -> SentimentFindings.Cue {
    let morphemes = range.lowerBound + cue.words.lowerBound..<range.lowerBound + cue.words.upperBound
    return SentimentFindings.Cue(
      range: table.range(of: morphemes), morphemes: morphemes, thing: cue.thing.map { $0 + range.lowerBound },
      sentence: sentence, value: cue.value, base: cue.base, rules: cue.rules, emotions: cue.emotions)
  }

  /// What rules have brought down further says nothing any more, and is not reported.
  private static let weakestCue: Float = 0.08

  /// Finds the phrases of a sentence: from the left, the longest first.
  private mutating func find(
    _ range: Range<Int>, _ table: borrowing MorphemeTable, _ lexemeTable: borrowing LexemeTable
  ) {
    let ids = table.lexemes.span.extracting(range)
    var end = 0
    for number in 0..<words.openerCount {
      let index = words.opener(number)
      guard index >= end, let match = lexicon.longestMatch(at: index, in: words, ids, &lexemes, lexemeTable) else {
        continue
      }
      let phrase = index..<match.end
      guard
        let entry = match.ending.entry
          ?? lexicon.entry(ofList: match.ending.list, phrase, in: words, ids, lexemes.heads, lexemeTable)
      else { continue }
      let (kind, strength) = (lexicon.entries[entry].kind, lexicon.entries[entry].strength)
      let mayBeScrap = match.end == index + 1 && words.record(index).marks.contains(.isKatakana)
      guard kind != .role, !mayBeScrap || !Self.isScrap(index, range, words, table) else { continue }
      words.append(.init(words: phrase, entry: entry, kind: kind, strength: strength))
      end = match.end
    }
  }

  /// The bytes of the longest katakana word that is taken for a scrap of a longer one.
  private static let longestScrap = 6

  /// Whether a word of two katakana is part of a longer word in katakana: イヤ of イヤホン.
  private static func isScrap(
    _ word: Int, _ sentence: Range<Int>, _ words: borrowing SentenceWords, _ table: borrowing MorphemeTable
  ) -> Bool {
    let morpheme = sentence.lowerBound + word
    guard table.range(of: morpheme).count <= longestScrap else { return false }
    if word + 1 < words.count, table.starts[morpheme + 1] == table.ends[morpheme],
      words.record(word + 1).marks.contains(.isKatakana)
    {
      return true
    }
    return word > 0 && table.ends[morpheme - 1] == table.starts[morpheme]
      && words.record(word - 1).marks.contains(.isKatakana)
  }

  /// Polarity and score by the weights.
  @inline(__always)
  private mutating func decide(_ learned: LearnedWords.Sum, _ mood: SentenceMood) -> SentimentFindings.Sentence {
    let byWords = learned.weights.mixed(learned.reportShare)
    let sum = features.weighed(byWords, model, learned.reportShare)
    let odds = (positive: exp(min(sum.positive, 30)), negative: exp(min(sum.negative, 30)))
    let total = odds.positive + odds.negative + 1
    let (positive, negative) = (odds.positive / total, odds.negative / total)
    let neutral = 1 / total
    var polarity: Polarity = .neutral
    if max(positive, negative) > neutral {
      polarity = positive >= negative ? .positive : .negative
      if isMixed(min(positive, negative) / max(positive, negative)) { polarity = .mixed }
    }
    return SentimentFindings.Sentence(
      score: positive - negative, subjectivity: subjectivity(mood), learned: byWords, polarity: polarity,
      isContrast: false)
  }

  /// How likely the less likely side has to be against the other in a mixed sentence.
  private static let mixedOdds: Float = 0.6
  /// How much of the stronger side the weaker one has to have in a mixed sentence.
  private static let mixedShare: Float = 0.7
  /// The same where no contrast puts one before the other: 料理は絶品、接客は最悪.
  private static let balancedShare: Float = 0.8
  private static let balancedOdds: Float = 0.15

  /// Whether the judgements of both sides weigh about the same, after what stands before a contrast was weakened, and
  /// `odds`, those of the less likely against the likelier side, do not speak against it.
  private mutating func isMixed(_ odds: Float) -> Bool {
    var (good, bad) = (Float(0), Float(0))
    var rules: CueRules = []
    for index in 0..<composer.cues.count {
      let cue = composer.cues[index]
      if cue.value > 0 { good += cue.value } else { bad -= cue.value }
      rules.formUnion(cue.rules)
    }
    let share = min(good, bad) / max(good, bad, 0.25)
    let isBalanced = share > Self.balancedShare && !rules.contains(.contrast)
    return share > Self.mixedShare && odds > Self.mixedOdds || isBalanced && odds > Self.balancedOdds
  }

  /// Opinions against facts: judgements, thoughts, wishes and hedges against figures and reports.
  @inline(__always)
  private mutating func subjectivity(_ mood: SentenceMood) -> Float {
    let opinion =
      features[.good] + features[.bad] + 0.5 * features[.cognition] + 0.3 * features[.hedge]
      + 0.3 * features[.final] + 0.3 * features[.desire] + 0.3 * features[.wish] + 0.2 * features[.intensifier]
    let fact = 0.4 * features[.numerals] + 0.3 * features[.endsInPast] + 0.4 * features[.report]
    return opinion / (opinion + fact + 0.5)
  }
}
