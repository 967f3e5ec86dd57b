import Annotation
import Morphology
import Normalization
import Sentences
import TextCore

/// A sentence to learn from: the features of its morphemes and the labels that each may have.
struct TaggerExample {
  /// The features, morpheme by morpheme.
  var features: [UInt32] = []
  /// Where the features of each morpheme begin; one more than morphemes.
  var starts: [Int] = [0]
  /// The labels that each morpheme may have, one bit each.
  var allowed: [UInt64] = []

  var count: Int { allowed.count }
}

/// Makes examples of annotated texts with the stages and features that the tagger itself has.
struct TaggerExampleMaker: ~Copyable {
  private var normalizer: Normalizer
  private var splitter = SentenceSplitter()
  private var segmenter: Segmenter
  private var table = MorphemeTable()
  private var scanner = ValueScanner()
  private var features: TaggerTrainingFeatures

  init(model: MeCabModel, gazetteer: Gazetteer, classes: WordClasses) throws {
    let normalizer = try Normalizer(form: .japanese)
    let segmenter = try Segmenter(model: model)
    self.normalizer = normalizer
    self.segmenter = segmenter
    features = TaggerTrainingFeatures(gazetteer: gazetteer, classes: classes)
  }

  /// Appends the sentences of a text.
  mutating func make(_ annotated: AnnotatedText, into examples: inout [TaggerExample]) throws {
    let bytes = Array(annotated.text.utf8)
    let normalized = normalizer.normalize(bytes.span)
    var sentences: [ByteRange<NormalizedSpace>] = []
    splitter.split(normalized.bytes.span, into: &sentences)
    table.removeAll()
    try segmenter.segment(normalized.bytes.span, sentences: sentences, into: &table)
    let scalars = ScalarIndex(bytes.span, unit: .scalar)
    scanner.beginArticle(anchor: nil)
    for index in 0..<table.sentenceCount {
      let morphemes = table.morphemes(ofSentence: index)
      guard !morphemes.isEmpty else { continue }
      var values: [ValueMention] = []
      scanner.scan(
        morphemes, of: table, lexemes: segmenter.lexemes, text: normalized.bytes.span, into: &values)
      var example = TaggerExample()
      features.make(
        morphemes, of: table, lexemes: segmenter.lexemes, text: normalized.bytes.span, values: values[...],
        features: &example.features, starts: &example.starts)
      let ranges = morphemes.map { morpheme in
        let range = normalized.map.sourceRange(of: table.range(of: morpheme))
        return scalars.offset(
          ofByte: range.lowerBound, in: bytes.span)..<scalars.offset(
            ofByte: range.upperBound, in: bytes.span)
      }
      example.allowed = Self.allowed(ranges, annotated)
      examples.append(example)
    }
  }

  /// Gives `gate` the morphemes of a text: those are names' that the annotation or the tagger says to be.
  mutating func make(
    _ annotated: AnnotatedText, tagger: inout NameTagger, isHeldOut: Bool, into gate: inout NameGate
  ) throws {
    var examples: [TaggerExample] = []
    try make(annotated, into: &examples)
    let bytes = Array(annotated.text.utf8)
    let normalized = normalizer.normalize(bytes.span)
    scanner.beginArticle(anchor: nil)
    var next = 0
    for index in 0..<table.sentenceCount {
      let morphemes = table.morphemes(ofSentence: index)
      guard !morphemes.isEmpty else { continue }
      var isName = examples[next].allowed.map { $0 & 1 << UInt64(NameLabel.outside) == 0 }
      next += 1
      var values: [ValueMention] = []
      scanner.scan(morphemes, of: table, lexemes: segmenter.lexemes, text: normalized.bytes.span, into: &values)
      var names: [NameMention] = []
      tagger.tag(
        morphemes, sentence: index, of: table, lexemes: segmenter.lexemes, text: normalized.bytes.span,
        values: values[...], into: &names)
      for name in names { for place in name.morphemes { isName[place - morphemes.lowerBound] = true } }
      var words: [UInt32] = []
      var starts = [0]
      features.makeWords(morphemes, of: table, lexemes: segmenter.lexemes, features: &words, starts: &starts)
      for place in isName.indices {
        gate.add(words[starts[place]..<starts[place + 1]], isName: isName[place], isHeldOut: isHeldOut)
      }
    }
  }

  /// The labels that the annotation allows each morpheme.
  private static func allowed(_ morphemes: [Range<Int>], _ annotated: AnnotatedText) -> [UInt64] {
    var outside: UInt64 = 1 << UInt64(NameLabel.outside)
    for name in annotated.unmarked {
      for label in [NameLabel.first(name), NameLabel.inner(name), NameLabel.last(name), NameLabel.only(name)] {
        outside |= 1 << UInt64(label)
      }
    }
    var allowed = [UInt64](repeating: outside, count: morphemes.count)
    for mark in annotated.names {
      let touched = morphemes.indices.filter { morphemes[$0].overlaps(mark.range) }
      guard let first = touched.first, let last = touched.last else { continue }
      for index in first...last {
        var labels: UInt64 = mark.mayBeOutside ? 1 << UInt64(NameLabel.outside) : 0
        for name in mark.classes {
          let label =
            first == last
            ? NameLabel.only(name)
            : index == first ? NameLabel.first(name) : index == last ? NameLabel.last(name) : NameLabel.inner(name)
          labels |= 1 << UInt64(label)
        }
        allowed[index] = labels
      }
    }
    return allowed
  }
}
