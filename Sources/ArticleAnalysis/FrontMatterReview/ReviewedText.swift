internal import TextCore

/// A text as a review compares it: letters and digits alone, in NFKC and small letters, and what words it holds.
package struct ReviewedText: Sendable {
  /// The letters and digits.
  package private(set) var letters: [UInt32] = []
  /// For each letter, whether something else follows it.
  package private(set) var isBoundary: [Bool] = []
  /// The words.
  package private(set) var words: [Word] = []

  /// A run of letters of one kind.
  package struct Word: Sendable, Hashable {
    /// The kinds of runs that say something by themselves.
    package enum Kind: Sendable { case han, katakana, latin, number }
    package let kind: Kind
    /// The run in small letters, for Latin words with the points and signs in them.
    package let text: String
    /// The run as it is written.
    package let written: String
    /// Its letters in `letters`.
    package let range: Range<Int>
  }

  /// Reads `text`, UTF-8 in NFKC.
  /// - Complexity: O(*n*).
  package init(_ text: Span<UInt8>) {
    letters.reserveCapacity(text.count / 3)
    var offset = 0
    var (kind, start, startByte, endByte): (Word.Kind?, Int, Int, Int) = (nil, 0, 0, 0)
    func word(_ count: Int) -> Word? {
      guard let kind else { return nil }
      let written = text.string(startByte..<endByte)
      return Word(kind: kind, text: Self.lowercased(written), written: written, range: start..<count)
    }
    while offset < text.count {
      let (scalar, length) = UTF8Scan.scalar(at: offset, in: text)
      let script = Script(scalar)
      let next: Word.Kind? =
        switch script {
        case .han: .han
        case .katakana: .katakana
        case .latin: .latin
        case .digit: kind == .latin ? .latin : .number
        case .hiragana, .space, .other: nil
        }
      let isLetter = script != .space && script != .other
      // A point or a sign inside a Latin word or a number belongs to it.
      let isInner = !isLetter && (kind == .latin || kind == .number) && Self.isInner(scalar) && endByte == offset
      if !isLetter, let last = isBoundary.indices.last { isBoundary[last] = true }
      if !isInner {
        let goesOn = next != nil && (next == kind || kind == .number && next == .latin)
        if !goesOn {
          if let word = word(letters.count) { words.append(word) }
          (kind, start, startByte) = (next, letters.count, offset)
        } else if next == .latin {
          kind = .latin
        }
      }
      if isLetter {
        letters.append(scalar < 0x80 && scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar)
        isBoundary.append(false)
        endByte = offset + length
      } else if isInner, Self.nextIsLetter(text, offset + length) {
        endByte = offset + length
      }
      offset += length
    }
    if let word = word(letters.count) { words.append(word) }
    if let last = isBoundary.indices.last { isBoundary[last] = true }
  }

  private static func isInner(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x2C || scalar == 0x2D || scalar == 0x2B || scalar == 0x23 || scalar == 0x5F
  }

  private static func nextIsLetter(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let script = Script(UTF8Scan.scalar(at: offset, in: text).value)
    return script == .latin || script == .digit
  }

  private static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// Where `other`'s letters stand one after the other, first to last.
  /// - Complexity: O(*n*) in letters, times the length of `other` where much is alike.
  package func places(of other: ArraySlice<UInt32>) -> [Int] {
    guard let first = other.first, other.count <= letters.count else { return [] }
    var places: [Int] = []
    for start in 0...letters.count - other.count where letters[start] == first {
      if letters[start..<start + other.count].elementsEqual(other) { places.append(start) }
    }
    return places
  }

  /// The share of this text's pairs of letters that `other` has as well, 0 to 1; 0 for fewer than two letters.
  package func share(in other: LetterPairs) -> Double {
    guard letters.count > 1 else { return 0 }
    let shared = (1..<letters.count).count { other.contains(letters[$0 - 1], letters[$0]) }
    return Double(shared) / Double(letters.count - 1)
  }
}

/// The pairs of neighbouring letters of a text.
package struct LetterPairs: Sendable {
  private var pairs: Set<UInt64> = []

  /// The pairs of `text`.
  package init(_ text: ReviewedText) {
    pairs.reserveCapacity(text.letters.count)
    for index in text.letters.indices.dropFirst() {
      pairs.insert(Self.pair(text.letters[index - 1], text.letters[index]))
    }
  }

  /// Whether the two letters stand side by side somewhere.
  package func contains(_ first: UInt32, _ second: UInt32) -> Bool { pairs.contains(Self.pair(first, second)) }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}

/// What a post's title and body hold, to see what front matter can be told from them.
package struct ReviewedBody: Sendable {
  /// The text.
  package let text: ReviewedText
  /// Its pairs of letters.
  package let pairs: LetterPairs
  private var latin: Set<String> = []
  private var numbers: Set<String> = []

  /// The words of `text`.
  package init(_ text: ReviewedText) {
    self.text = text
    pairs = LetterPairs(text)
    for word in text.words {
      switch word.kind {
      case .latin:
        latin.insert(word.text)
        latin.insert(Self.letters(of: word.text))
        insertParts(of: word.text)
      case .number:
        numbers.insert(Self.number(word.text))
        for part in word.text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) { numbers.insert(String(part)) }
      case .han, .katakana: continue
      }
    }
  }

  /// The parts of `next.js`, `gpt-4o` and `v2.0.74`.
  private mutating func insertParts(of word: String) {
    for part in word.utf8.split(whereSeparator: { !(0x61...0x7A ~= $0 || $0 >= 0x80) }) {
      latin.insert(String(decoding: Array(part), as: UTF8.self))
    }
    for part in word.utf8.split(whereSeparator: { !(0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".")) }) {
      numbers.insert(String(decoding: Array(part), as: UTF8.self))
      for digits in part.split(separator: UInt8(ascii: ".")) {
        numbers.insert(String(decoding: Array(digits), as: UTF8.self))
      }
    }
  }

  private static func letters(of word: String) -> String {
    String(word.unicodeScalars.filter { $0.properties.isAlphabetic || 0x30...0x39 ~= $0.value })
  }

  /// A figure without the commas in it.
  package static func number(_ text: String) -> String { text.replacing(",", with: "") }

  /// Whether `word`, of another text with the letters `letters`, is here.
  package func holds(_ word: ReviewedText.Word, of other: ReviewedText) -> Bool {
    switch word.kind {
    case .number: return numbers.contains(Self.number(word.text))
    case .latin:
      let plain = Self.letters(of: word.text)
      if latin.contains(word.text) || latin.contains(plain) { return true }
      if let alias = ShortNames.aliases[plain], alias.contains(where: latin.contains) { return true }
      return plain.utf8.count >= 4 && !text.places(of: other.letters[word.range]).isEmpty
    case .han, .katakana:
      let range = word.range
      guard range.count > 1 else { return true }
      let missing = range.dropFirst().count { !pairs.contains(other.letters[$0 - 1], other.letters[$0]) }
      // A compound may be written with a particle in it: 投資分析, 投資を分析.
      return missing * 3 <= range.count - 1
    }
  }
}

extension ReviewedBody {
  /// Words that are kept of a text, at most.
  private static let mostWords = 300

  /// A number for each word that tells what the text is about, with how often it stands there; the numbers ascend.
  package var signature: [(word: UInt64, count: Int)] {
    var counts: [UInt64: Int] = [:]
    for word in text.words where word.kind != .number && word.range.count > 1 {
      counts[Self.hash(word.text), default: 0] += 1
    }
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostWords)
    return most.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>: the same in every run.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

/// Short names that texts and code write for a language or program.
enum ShortNames {
  static let aliases: [String: [String]] = [
    "javascript": ["js", "jsx", "mjs"], "typescript": ["ts", "tsx"], "python": ["py"], "ruby": ["rb", "rails"],
    "nodejs": ["node"], "vuejs": ["vue"], "reactjs": ["react"], "nextjs": ["next"], "rust": ["rs", "cargo"],
    "kubernetes": ["k8s"], "golang": ["go"], "go": ["golang"], "shell": ["bash", "sh", "zsh"], "html5": ["html"],
    "css3": ["css"], "html": ["div", "span"], "postgresql": ["postgres", "psql"], "js": ["javascript"],
    "ts": ["typescript"], "node": ["nodejs"], "vue": ["vuejs"], "react": ["reactjs"], "mac": ["macos"],
    "macos": ["mac", "osx"], "aws": ["amazon"], "gcp": ["google"], "csharp": ["dotnet", "cs"], "ml": ["機械学習"],
    "amazonaws": ["aws"], "webassembly": ["wasm"], "accessibility": ["a11y", "aria"],
    "a11y": ["accessibility", "aria"], "wasm": ["webassembly"],
  ]
}
