import Annotation
package import ArticleSource
package import Morphology
import Normalization
internal import Sentences
import TextCore

/// Analyzes one article after the other.
///
/// Holds the scratch of all stages, so give each worker its own; what they share is the model.
package struct ArticleAnalyzer: ~Copyable {
  let options: AnalysisOptions
  var normalizer: Normalizer
  private var splitter = SentenceSplitter()
  var segmenter: Segmenter
  var table = MorphemeTable()
  var extractor: TermExtractor
  private var entities: EntityAnnotator?
  private var relations: RelationExtractor?
  private var sentiment: SentimentAnnotator?
  private let summarizer: Summarizer
  private var wordings = WordingMemo()
  private var strings = ShortStrings()
  private var aspectNames = Vocabulary()
  let keyphrases = KeyphraseSelector()
  var sentences: [ByteRange<NormalizedSpace>] = []
  var wordForms = WordForms()
  private var readability = ReadabilityReader()

  /// Unknown words kept between articles; with more the lexeme table starts anew, so that memory stays bounded.
  private static let unknownWordLimit = 20_000

  /// Creates an analyzer over a shared model and shared resources.
  package init(model: MeCabModel, options: AnalysisOptions, resources: AnalysisResources) throws {
    // Made before anything is stored: a half-initialized noncopyable value cannot be thrown away.
    let normalizer = try Normalizer(form: options.normalization, tilde: .keepRanges)
    let segmenter = try Segmenter(model: model)
    self.options = options
    self.normalizer = normalizer
    self.segmenter = segmenter
    extractor = TermExtractor()
    if let lexicon = resources.relations { relations = RelationExtractor(lexicon: lexicon) }
    if let shared = resources.entities { entities = EntityAnnotator(resources: shared) }
    if let shared = resources.sentiment {
      sentiment = SentimentAnnotator(
        lexicon: shared.lexicon, model: shared.model, ablation: options.sentimentAblation)
    }
    summarizer = Summarizer(cues: resources.cues)
  }

  /// Analyzes an article.
  /// - Parameters:
  ///   - bytes: The file as it is, in any encoding that `SourceDecoder` knows.
  ///   - path: The file's path: it is passed on, and its extension tells the format.
  ///   - format: The format, before what the options say.
  ///   - title: The title, where the article has no front matter that gives one.
  /// - Throws: `SourceError` where the file is larger than the limit, `MorphologyError` where MeCab gives up.
  /// - Complexity: O(*n*) in bytes, and O(*t* log *t*) in distinct terms.
  package mutating func analyze(
    _ bytes: [UInt8], path: String? = nil, format: InputFormat? = nil, title: String? = nil
  ) throws -> ArticleAnalysis {
    let document = try ArticleReader.read(
      bytes, path: path, format: format ?? options.inputFormat, decoding: options.decoding,
      depth: options.needsProse ? .prose : .frontMatter)
    var article = ArticleDraft(document: document, unit: options.offsetUnit)
    article.title = document.frontMatter?.title ?? title ?? document.prose.documentTitle ?? article.firstHeading
    let description = SourceDescription(
      path: path, format: document.format, encoding: document.source.encoding, byteCount: bytes.count,
      sha256: options.parts.contains(.source) ? SourceFingerprint.of(bytes) : "")
    // The title first: its morphemes make room for those of the text.
    let titleTopics = options.parts.contains(where: \.needsTopics) ? try topics(ofTitle: article.title) : []
    if options.parts.contains(where: \.needsMorphemes) { try segment(&article) }
    let terms = options.parts.contains(where: \.needsTerms) ? extract(article) : TermOccurrences()
    let topics =
      options.parts.contains(where: \.needsTopics)
      ? self.topics(
        article, title: titleTopics, frontMatterEnd: document.frontMatter?.range.upperBound ?? 0) : nil
    let found = findEntities(article, date: document.frontMatter?.date)
    let needsImportance = options.parts.contains(where: \.needsImportance)
    let titleTerms = needsImportance ? article.titleTerms(terms) : []
    let weighed = needsImportance ? weigh(article, terms, titleTerms) : []
    let judgements = sentiment?.annotate(table, lexemes: segmenter.lexemes) ?? SentimentFindings()
    let scripts = options.parts.isDisjoint(with: [.statistics, .readability]) ? ScriptCounts() : article.scripts
    return ArticleAnalysis(
      source: description, offsetUnit: options.offsetUnit, title: article.title, frontMatter: document.frontMatter,
      statistics: options.parts.contains(.statistics) ? statistics(article, scripts) : nil,
      readability: options.parts.contains(.readability) ? readability(article, scripts) : nil,
      terms: options.parts.contains(.terms) ? terms.terms : [],
      entities: options.parts.contains(.entities) ? article.entities(found, &strings) : [],
      relations: findRelations(article, found),
      sentiment: options.parts.contains(.sentiment) ? judged(article, judgements, found) : nil,
      sentences: options.parts.contains(.sentences) ? article.analyzedSentences(sentences, weighed, judgements) : [],
      summary: options.parts.contains(.summary) ? try summary(article, weighed, terms, titleTerms) : nil,
      tags: tags(article, topics, found), categories: [], topics: topics,
      diagnostics: article.placed(document.diagnostics))
  }

  /// Normalizes, splits and segments the prose.
  private mutating func segment(_ article: inout ArticleDraft) throws(MorphologyError) {
    segmenter.lexemes.resetUnknowns(keeping: Self.unknownWordLimit)
    article.normalized = normalizer.normalize(article.prose.bytes.span)
    try segment(article.normalized)
  }

  /// Splits and segments a text, in place of the one before.
  mutating func segment(_ text: NormalizedText) throws(MorphologyError) {
    sentences.removeAll(keepingCapacity: true)
    splitter.split(text.bytes.span, into: &sentences)
    SentenceTrimming.trim(&sentences, in: text.bytes.span)
    table.removeAll()
    try segmenter.segment(text.bytes.span, sentences: sentences, into: &table)
  }

  private mutating func extract(_ article: borrowing ArticleDraft) -> TermOccurrences {
    extractor.extract(
      from: table, lexemes: segmenter.lexemes, text: article.normalized.bytes.span, limit: options.termLimit)
  }

  private mutating func findEntities(_ article: borrowing ArticleDraft, date: ArticleDate?) -> EntityFindings {
    entities?.annotate(
      table, lexemes: segmenter.lexemes, text: article.normalized.bytes.span, anchor: ArticleDraft.anchor(of: date))
      ?? EntityFindings()
  }

  private mutating func findRelations(
    _ article: borrowing ArticleDraft, _ found: EntityFindings
  ) -> [AnalyzedRelation] {
    let relations =
      relations?.extract(
        from: table, lexemes: segmenter.lexemes, text: article.normalized.bytes.span, mentions: found.mentions) ?? []
    return article.relations(relations, found, sentences)
  }

  private mutating func judged(
    _ article: borrowing ArticleDraft, _ findings: SentimentFindings, _ entities: EntityFindings
  ) -> ArticleSentiment {
    let names = options.parts.contains(.entities) ? entities.mentions.filter(\.type.isName) : nil
    return article.sentiment(
      findings, aspects: AspectFinder.find(findings, table, segmenter.lexemes, mentions: names),
      entityNames: entities.entities.map(\.name), &strings, &aspectNames)
  }

  private mutating func readability(_ article: ArticleDraft, _ scripts: ScriptCounts) -> ArticleReadability {
    readability.read(article, sentences, scripts, table, segmenter.lexemes)
  }

  private func statistics(_ article: borrowing ArticleDraft, _ scripts: ScriptCounts) -> ArticleStatistics {
    var statistics = ArticleStatistics()
    statistics.scripts = scripts
    statistics.characters =
      scripts.han + scripts.hiragana + scripts.katakana + scripts.latin + scripts.digits + scripts.other
    statistics.sentences = sentences.count
    statistics.paragraphs = article.prose.blocks.count { $0.kind == .paragraph }
    statistics.morphemes = table.count
    statistics.codeCharacters = article.prose.codeCharacters
    statistics.images = article.prose.images
    statistics.readingTime = options.readingSpeed.time(for: scripts, codeCharacters: statistics.codeCharacters)
    return statistics
  }

  private mutating func weigh(
    _ article: ArticleDraft, _ terms: TermOccurrences, _ titleTerms: [Bool]
  ) -> [SummarySentence] {
    summarizer.weighed(
      sentences, article, terms: terms, titleTerms: titleTerms, table, segmenter.lexemes, &wordings)
  }

  private mutating func summary(
    _ article: ArticleDraft, _ weighed: [SummarySentence], _ terms: TermOccurrences, _ titleTerms: [Bool]
  ) throws(MorphologyError) -> ArticleSummary? {
    let topicLine = options.excerptStyle == .topic ? try topicLine(article, weighed, terms) : nil
    return summarizer.summary(
      of: weighed, article, terms: terms, titleTerms: titleTerms,
      wish: .init(style: options.excerptStyle, limit: options.excerptLimit), topicLine: topicLine, table,
      segmenter.lexemes)
  }

  /// The title with wide spaces for those between Japanese characters, which normalization takes away.
  private static func apart(_ title: String) -> String {
    var apart = ""
    var before: Character = " "
    var rest = title[...]
    while let character = rest.popFirst() {
      // A space behind a particle is a habit of typing: AWS の 設定.
      let isParticle = ("ぁ"..."ん").contains(before)
      let parts = character == " " && !before.isASCII && !isParticle && rest.first.map { !$0.isASCII } == true
      apart.append(parts ? "　" : character)
      before = character
    }
    return apart
  }

  private mutating func topicLine(
    _ article: ArticleDraft, _ weighed: [SummarySentence], _ terms: TermOccurrences
  ) throws(MorphologyError) -> String? {
    guard let title = article.title else { return nil }
    // The parts of a title are parted by signs that are no ends of sentences.
    let parts = Self.apart(title).split { "　｜|：:—–―／〜～".contains($0) }.joined(separator: "\n")
    let normalized = normalizer.normalize(Array(parts.utf8).span)
    var ranges: [ByteRange<NormalizedSpace>] = []
    splitter.split(normalized.bytes.span, into: &ranges)
    ranges = ranges.map { SentenceTrimming.trim($0, in: normalized.bytes.span) }.filter { !$0.isEmpty }
    var titleTable = MorphemeTable()
    try segmenter.segment(normalized.bytes.span, sentences: ranges, into: &titleTable)
    return TopicLine(cues: summarizer.cues, terms: terms, limit: options.excerptLimit).line(
      title: normalized, titleTable, sentences: weighed, article, table, segmenter.lexemes)
  }
}

extension AnalysisOptions {
  /// Whether any part needs the prose read; diagnostics tell of broken markup too.
  var needsProse: Bool { parts.contains { $0.needsMorphemes } || parts.contains(.diagnostics) }
}
