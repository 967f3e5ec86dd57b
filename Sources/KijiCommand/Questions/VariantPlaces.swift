import ArchiveAnalysis
import ArchiveIndex
import ArticleSource
import Foundation
import Kiji
import TextCore

/// A place where a word is not written in the usual way.
struct VariantPlace {
  let group: VariantGroup
  let path: String
  let line: Int
  let column: Int
  /// The words as they stand there.
  let text: String
  /// What would stand there in the usual way; `nil` where that is not safe to say.
  let replacement: String?
  /// Where it stands in the decoded file, in bytes.
  let range: Range<Int>

  private static let minority = DiagnosticCode("variants.minority")

  /// The place, as editors show it.
  var position: String { "\(path):\(line):\(column)" }

  /// The place and what is odd there.
  var warning: String {
    let share = Int((group.ratio * 100).rounded(.down))
    return "\(position): warning: 「\(text)」は「\(group.forms[0].text)」と書くことが多い語です（\(share)%）。 [\(Self.minority.name)]"
  }
}

/// Finds the places of variants in the files of an archive.
struct VariantPlaces {
  let index: ArchiveIndex
  let kiji: Kiji
  let decoding: SourceDecoder.Options

  private struct Wanted {
    let group: VariantGroup
    let form: String
  }

  /// The places of all ways but the usual one, in the order of paths, lines and columns. Files that are gone, or cannot
  /// be read, are told of and left out.
  func places(of groups: [VariantGroup]) throws -> [VariantPlace] {
    var written: [String: Wanted] = [:]
    var words: [String: Wanted] = [:]
    for group in groups {
      for form in group.forms.dropFirst() {
        let wanted = Wanted(group: group, form: form.text)
        if group.kind == .okurigana || group.kind == .kanji {
          words[form.text] = wanted
        } else {
          written[form.text] = wanted
        }
      }
    }
    guard !written.isEmpty || !words.isEmpty else { return [] }
    var articles: [Int: Bool] = [:]
    if !written.isEmpty {
      try index.forEachArticleSentences { article, sentences in
        let holds = sentences.contains { sentence in
          WrittenWords.of(Array(sentence.text.utf8)).contains { written[$0.text] != nil }
        }
        if holds { articles[article] = false }
      }
    }
    for form in words.keys.sorted() {
      let phrase = WordPhrase(forms: Array(form.utf8))
      for article in try index.articles(holding: phrase) { articles[article] = true }
    }
    let cards = try index.cards()
    var places: [VariantPlace] = []
    let ordered = articles.compactMap { article, hasWords in cards[article].map { ($0.path, hasWords) } }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    for (path, hasWords) in ordered {
      do {
        places += try self.places(in: path, written, hasWords ? words : [:])
      } catch let failure as CommandFailure {
        Console.tell(failure.text)
      }
    }
    return places
  }

  private func places(
    in path: String, _ written: [String: Wanted], _ words: [String: Wanted]
  ) throws -> [VariantPlace] {
    let bytes = try InputFile.path(path).read(limit: decoding.byteLimit)
    let document: ArticleDocument
    do {
      document = try ArticleReader.read(bytes, path: path, format: nil, decoding: decoding)
    } catch {
      throw CommandFailure(error, path: path)
    }
    let source = document.source.bytes
    let prose = document.prose
    let lines = LineIndex(source.span)
    var found: [VariantPlace] = []
    func add(_ wanted: Wanted, _ range: Range<Int>, _ replacement: String?) {
      let text = Array(prose.bytes[range])
      let inFile = prose.map.sourceRange(of: ByteRange<ProseSpace>(range.lowerBound, range.upperBound)).offsets
      let isWhole = inFile.upperBound <= source.count && source[inFile].elementsEqual(text)
      // Words in code are what they are.
      guard !LinkText.isCode(inFile, in: source) else { return }
      let block = prose.blocks.first { $0.range.upperBound > range.lowerBound }
      let isSafe = isWhole && block?.kind != .quote && !LinkText.contains(inFile, in: source)
      let place = lines.position(ofByte: inFile.lowerBound, in: source.span)
      found.append(
        VariantPlace(
          group: wanted.group, path: path, line: place.line, column: place.column,
          text: String(decoding: text, as: UTF8.self), replacement: isSafe ? replacement : nil, range: inFile))
    }
    if !written.isEmpty {
      for word in WrittenWords.of(prose.bytes) {
        if let wanted = written[word.text], word.isAlone || !wanted.group.countsAloneOnly {
          // Small letters may be the name of a command or a package, which has its own spelling.
          let isSmall = wanted.group.kind == .letterCase && word.text == word.text.lowercased()
          add(wanted, word.range, isSmall ? nil : wanted.group.forms[0].text)
        }
      }
    }
    if !words.isEmpty {
      for morpheme in try kiji.placedMorphemes(of: prose.bytes) where !morpheme.part.isProperNoun {
        guard let wanted = words[morpheme.form] else { continue }
        let surface = String(decoding: prose.bytes[morpheme.range.offsets], as: UTF8.self)
        add(
          wanted, morpheme.range.offsets,
          Inflection.rewritten(surface, from: wanted.form, to: wanted.group.forms[0].text))
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Links in the text of a file.
enum LinkText {
  /// How far a link's ends are looked for.
  private static let reach = 2_000

  /// Whether a range lies in the text of a link: `[…](…)`, `[…][…]`, `[[…]]`, `<a …>…</a>`.
  static func contains(_ range: Range<Int>, in source: [UInt8]) -> Bool {
    let first = max(0, range.lowerBound - reach)
    let last = min(source.count, range.upperBound + reach)
    var depth = 0
    var place = range.lowerBound - 1
    while place >= first {
      let byte = source[place]
      if byte == 0x0A, place > first, source[place - 1] == 0x0A { break }
      if byte == UInt8(ascii: "]") { depth += 1 }
      if byte == UInt8(ascii: "[") {
        if depth == 0, closes(from: range.upperBound, before: last, in: source) { return true }
        depth = max(0, depth - 1)
      }
      if byte == UInt8(ascii: "<"), place + 2 < source.count, source[place + 1] | 0x20 == UInt8(ascii: "a"),
        source[place + 2] <= 0x20
      {
        return true
      }
      if byte == UInt8(ascii: "<"), place + 2 < source.count, source[place + 1] == UInt8(ascii: "/"),
        source[place + 2] | 0x20 == UInt8(ascii: "a")
      {
        break
      }
      place -= 1
    }
    return false
  }

  /// Whether a range lies in a span of code: between backticks of one paragraph, or in `<code>`.
  static func isCode(_ range: Range<Int>, in source: [UInt8]) -> Bool {
    var start = range.lowerBound
    let first = max(0, range.lowerBound - reach)
    while start > first {
      if source[start - 1] == 0x0A, start > 1, source[start - 2] == 0x0A { break }
      start -= 1
    }
    // The length of the run of backticks that opened a span; 0 outside of one.
    var open = 0
    var place = start
    while place < range.lowerBound {
      var run = 0
      while place + run < range.lowerBound, source[place + run] == UInt8(ascii: "`") { run += 1 }
      if run > 0 { open = open == 0 ? run : open == run ? 0 : open }
      place += max(run, 1)
    }
    if open > 0 { return true }
    let before = String(decoding: source[start..<range.lowerBound], as: UTF8.self).lowercased()
    guard let code = before.range(of: "<code", options: .backwards) else { return false }
    return before.range(of: "</code", range: code.upperBound..<before.endIndex) == nil
  }

  /// Whether a bracket that is open ends with what makes it a link.
  private static func closes(from start: Int, before end: Int, in source: [UInt8]) -> Bool {
    var depth = 0
    for place in start..<max(start, end) {
      switch source[place] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        if depth == 0 {
          guard place + 1 < source.count else { return false }
          return "([:]".utf8.contains(source[place + 1])
        }
        depth -= 1
      default: break
      }
    }
    return false
  }
}

/// Words that inflect, in another way to write them.
enum Inflection {
  /// `surface`, which is a form of the word `base`, as a form of `usual`; `nil` where that cannot be told for sure.
  ///
  /// Kana do not become kanji: which ones is open.
  static func rewritten(_ surface: String, from base: String, to usual: String) -> String? {
    func kanji(_ text: String) -> Int { text.unicodeScalars.count { (0x3400...0x9FFF).contains($0.value) } }
    guard kanji(usual) <= kanji(base) else { return nil }
    let tail = zip(base.reversed(), usual.reversed()).prefix { $0 == $1 }.count
    let (stem, other) = (String(base.dropLast(tail)), String(usual.dropLast(tail)))
    guard !stem.isEmpty, surface.hasPrefix(stem) else { return nil }
    return other + surface.dropFirst(stem.count)
  }
}
