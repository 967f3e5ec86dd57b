import Annotation
import TextCore

/// What code and addresses tell of an article's subject: languages of code blocks, packages that code imports, sites
/// and repositories that are linked to.
///
/// Found by a scan of the source's lines, whatever its format: a trace too many does no harm.
struct CodeTraces {
  /// The longest name that is taken; what is longer is no name.
  private static let longestName = 80

  /// Languages by the short names that code blocks give them.
  private static let languages: [String: String] = [
    "ts": "typescript", "tsx": "typescript", "js": "javascript", "jsx": "javascript", "mjs": "javascript",
    "cjs": "javascript", "rs": "rust", "py": "python", "rb": "ruby", "yml": "yaml", "md": "markdown", "golang": "go",
    "kt": "kotlin", "cs": "csharp", "sh": "shell", "bash": "shell", "zsh": "shell",
  ]

  /// Traces such as `lang:rust`, `pkg:react`, `host:example.com`, `repo:apple/swift`, with how often each was met.
  private(set) var counts: [String: Int] = [:]
  /// Languages, packages and repositories by their plain names.
  private(set) var names: Set<String> = []

  /// Scans the source from the byte `start` on.
  /// - Complexity: O(*n*) in bytes.
  init(_ source: Span<UInt8>, from start: Int) {
    var fence: (mark: UInt8, count: Int, language: String)?
    var line = start
    while line < source.count {
      let end = ByteScan.firstOffset(of: 0x0A, in: source, from: line, to: source.count)
      let first = Self.skipSpaces(source, line, end)
      let run = Self.fence(source, first, end)
      if let open = fence {
        if run.count >= open.count, run.mark == open.mark, Self.skipSpaces(source, first + run.count, end) == end {
          fence = nil
        } else {
          scanImports(source, first..<end, language: open.language)
        }
      } else if run.count >= 3 {
        let language = Self.word(source, Self.skipSpaces(source, first + run.count, end), end)
        fence = (run.mark, run.count, language)
        if !language.isEmpty {
          add("lang:" + language)
          names.insert(Self.languages[language] ?? language)
        }
      }
      scanAddresses(source, line..<end)
      line = end + 1
    }
  }

  private mutating func add(_ trace: String) { counts[trace, default: 0] += 1 }

  private mutating func addPackage(_ package: String) {
    guard !package.isEmpty, !package.hasPrefix(".") else { return }
    add("pkg:" + package)
    let parts = package.split(separator: "/").map(String.init)
    if package.hasPrefix("@") {
      for part in parts.prefix(2) { names.insert(part.hasPrefix("@") ? String(part.dropFirst()) : part) }
    } else if let first = parts.first {
      names.insert(first)
    }
  }

  /// Finds `from "x"`, `require("x")`, `import "x"`, and by language `import x`, `from x import`, `use x::`.
  private mutating func scanImports(_ source: Span<UInt8>, _ line: Range<Int>, language: String) {
    switch language {
    case "python", "py":
      for word in ["import ", "from "] where Self.holds(source, word, at: line.lowerBound, line.upperBound) {
        addPackage(Self.name(source, line.lowerBound + word.utf8.count, line.upperBound, stop: 0x2E))
      }
    case "rust", "rs":
      if Self.holds(source, "use ", at: line.lowerBound, line.upperBound) {
        addPackage(Self.name(source, line.lowerBound + 4, line.upperBound, stop: 0x3A))
      }
    default: break
    }
    var place = line.lowerBound
    while place < line.upperBound {
      defer { place += 1 }
      let isQuote = source[place] == 0x22 || source[place] == 0x27
      guard isQuote, place > line.lowerBound, Self.isImport(source, line.lowerBound, before: place) else { continue }
      addPackage(Self.name(source, place + 1, line.upperBound, stop: source[place]))
    }
  }

  /// Whether the quote at `place` follows `from`, `import` or `require(`.
  private static func isImport(_ source: Span<UInt8>, _ start: Int, before place: Int) -> Bool {
    ["from ", "import ", "require(", "import("].contains { word in
      let begin = place - word.utf8.count
      return begin >= start && holds(source, word, at: begin, place)
    }
  }

  private mutating func scanAddresses(_ source: Span<UInt8>, _ line: Range<Int>) {
    var place = line.lowerBound
    while place + 3 < line.upperBound {
      place = ByteScan.firstOffset(of: 0x3A, in: source, from: place, to: line.upperBound)
      guard place + 3 < line.upperBound else { return }
      guard source[place + 1] == 0x2F, source[place + 2] == 0x2F else {
        place += 1
        continue
      }
      var host = Self.name(source, place + 3, line.upperBound, stop: 0x2F)
      let hostEnd = place + 3 + host.utf8.count
      if host.hasPrefix("www.") { host.removeFirst(4) }
      place = max(hostEnd, place + 3)
      guard host.utf8.contains(0x2E) else { continue }
      add("host:" + host)
      guard host == "github.com", place < line.upperBound, source[place] == 0x2F else { continue }
      let owner = Self.name(source, place + 1, line.upperBound, stop: 0x2F)
      let ownerEnd = place + 1 + owner.utf8.count
      guard !owner.isEmpty, ownerEnd < line.upperBound, source[ownerEnd] == 0x2F else { continue }
      let repository = Self.name(source, ownerEnd + 1, line.upperBound, stop: 0x2F)
      guard !repository.isEmpty else { continue }
      add("repo:" + owner + "/" + repository)
      names.insert(repository)
    }
  }
}

extension CodeTraces {
  private static func skipSpaces(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, source[place] == 0x20 || source[place] == 0x09 || source[place] == 0x0D { place += 1 }
    return place
  }

  private static func fence(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> (mark: UInt8, count: Int) {
    guard start < end, source[start] == 0x60 || source[start] == 0x7E else { return (0, 0) }
    var place = start
    while place < end && source[place] == source[start] { place += 1 }
    return (source[start], place - start)
  }

  private static func holds(_ source: Span<UInt8>, _ word: String, at start: Int, _ end: Int) -> Bool {
    var place = start
    for byte in word.utf8 {
      guard place < end && source[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// The letters, digits and signs of a name from `start` on, small; without what follows `stop`, empty where too long.
  private static func name(_ source: Span<UInt8>, _ start: Int, _ end: Int, stop: UInt8) -> String {
    var bytes: [UInt8] = []
    var place = start
    while place < end, source[place] != stop, isNameByte(source[place]) {
      guard bytes.count < longestName else { return "" }
      bytes.append(source[place].isASCIICapital ? source[place] | 0x20 : source[place])
      place += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The language behind a fence: letters, digits, `+`, `#` and `-`.
  private static func word(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    let name = name(source, start, end, stop: 0x3A)
    return name.utf8.contains(0x2F) || name.utf8.contains(0x2E) ? "" : name
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x23, 0x2D, 0x2E, 0x2F, 0x40, 0x5F: true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate var isASCIICapital: Bool { self >= 0x41 && self <= 0x5A }
}

extension CodeTraces {
  /// The topics with the traces, and with a mark at those that code names; by key, ascending.
  func added(to topics: [Topic]) -> [Topic] {
    var added: [Topic] = []
    added.reserveCapacity(counts.count + names.count)
    for (trace, count) in counts {
      added.append(
        Topic(
          key: TermKey("\u{1}" + trace), term: trace, kind: .noun, count: count, ownCount: 0, zones: .trace, score: 0))
    }
    for name in names where name.utf8.count > 1 {
      added.append(
        Topic(key: TermKey(name), term: name, kind: .noun, count: 0, ownCount: 0, zones: .code, score: 0))
    }
    // By the spelling where two traces share a key, since a dictionary has no order.
    added.sort { $0.key != $1.key ? $0.key < $1.key : $0.term < $1.term }
    var result: [Topic] = []
    result.reserveCapacity(topics.count + added.count)
    var place = 0
    for topic in added {
      while place < topics.count && topics[place].key < topic.key {
        result.append(topics[place])
        place += 1
      }
      if place < topics.count && topics[place].key == topic.key {
        result.append(topics[place])
        place += 1
      }
      if result.last?.key == topic.key {
        result[result.count - 1].zones.formUnion(topic.zones)
      } else {
        result.append(topic)
      }
    }
    return result + topics[place...]
  }
}
