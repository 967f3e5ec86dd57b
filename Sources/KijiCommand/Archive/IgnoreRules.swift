import Foundation

/// The patterns of one `.kijiignore`, which are written as those of `.gitignore` are.
///
/// A pattern a line; `#` begins a comment, `!` takes back what an earlier pattern left out, a slash at the end means
/// folders only, a slash elsewhere ties the pattern to the folder of the file. `*` and `?` stand for anything but a
/// slash, `[a-z]` for one of several characters, `**` for any number of folders, `\` takes the next character as it is.
/// The last pattern that fits decides. What lies in a folder that is left out cannot be taken back.
struct IgnoreRules: Sendable {
  private struct Rule {
    let isException: Bool
    let isForFolders: Bool
    let glob: Glob
  }

  /// The folder of the file, from the root that is walked, with a slash at its end; empty for the root itself.
  private let base: String
  private var rules: [Rule] = []

  /// Reads the file in `folder`; `nil` where there is none.
  init?(folder: String, at base: String) {
    guard let data = FileManager.default.contents(atPath: folder + "/" + ArticleFinder.ignoreFile) else { return nil }
    self.init(String(decoding: data, as: UTF8.self), at: base)
  }

  /// Reads the text of the file.
  init(_ text: String, at base: String) {
    self.base = base
    for line in text.split(whereSeparator: \.isNewline) {
      if let rule = Self.rule(line) { rules.append(rule) }
    }
  }

  /// Whether `path`, which starts at the root that is walked, is left out by rules of the folders above it.
  static func ignores(_ path: String, isFolder: Bool, by rules: [IgnoreRules]) -> Bool {
    for rules in rules.reversed() {
      if let verdict = rules.verdict(path, isFolder: isFolder) { return verdict }
    }
    return false
  }

  /// What the last pattern that fits says; `nil` where none does.
  private func verdict(_ path: String, isFolder: Bool) -> Bool? {
    let parts = Array(path.dropFirst(base.count).split(separator: "/"))
    for rule in rules.reversed() where isFolder || !rule.isForFolders {
      if rule.glob.matches(parts) { return !rule.isException }
    }
    return nil
  }

  private static func rule(_ line: Substring) -> Rule? {
    var pattern = line
    while pattern.hasSuffix(" ") && !pattern.hasSuffix("\\ ") || pattern.hasSuffix("\t") { pattern.removeLast() }
    guard !pattern.isEmpty, !pattern.hasPrefix("#") else { return nil }
    let isException = pattern.hasPrefix("!")
    if isException { pattern.removeFirst() }
    let isForFolders = pattern.hasSuffix("/")
    if isForFolders { pattern.removeLast() }
    let isTied = pattern.contains("/")
    if pattern.hasPrefix("/") { pattern.removeFirst() }
    guard !pattern.isEmpty else { return nil }
    let parts = pattern.split(separator: "/").map(Glob.Part.init)
    return Rule(
      isException: isException, isForFolders: isForFolders, glob: Glob(isTied ? parts : [.anyFolders] + parts))
  }
}

/// A pattern of paths, part by part.
struct Glob: Sendable {
  /// What one part of a path has to be.
  enum Part: Sendable {
    /// Any number of parts.
    case anyFolders
    case name([Element])

    init(_ text: Substring) { self = text == "**" ? .anyFolders : .name(Glob.elements(text)) }
  }

  /// What stands in a name.
  enum Element: Sendable {
    case any
    case one
    case character(Character)
    case choice([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  /// Whether the pattern fits the whole path.
  /// - Complexity: O(*p* · *n*) in parts of pattern and path, and the same in the characters of each.
  func matches(_ path: [Substring]) -> Bool {
    Self.matches(
      pattern: parts, text: path,
      isStar: { if case .anyFolders = $0 { true } else { false } },
      fits: { part, name in
        guard case .name(let elements) = part else { return true }
        return Self.matches(
          pattern: elements, text: Array(name), isStar: { if case .any = $0 { true } else { false } }, fits: Self.fits)
      })
  }

  /// Matches with one place to go back to, the last star: what stood before it need not be tried again.
  private static func matches<Pattern, Text>(
    pattern: [Pattern], text: [Text], isStar: (Pattern) -> Bool, fits: (Pattern, Text) -> Bool
  ) -> Bool {
    var place = 0
    var index = 0
    var star: (place: Int, index: Int)?
    while index < text.count {
      if place < pattern.count, isStar(pattern[place]) {
        star = (place, index)
        place += 1
      } else if place < pattern.count, fits(pattern[place], text[index]) {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.place, last.index + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy(isStar)
  }

  private static func fits(_ element: Element, _ character: Character) -> Bool {
    switch element {
    case .any, .one: true
    case .character(let own): own == character
    case .choice(let ranges, let isNegated):
      character.unicodeScalars.first.map { scalar in ranges.contains { $0.contains(scalar) } != isNegated } ?? false
    }
  }

  private static func elements(_ text: Substring) -> [Element] {
    var elements: [Element] = []
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case "*":
        if case .any? = elements.last { continue }
        elements.append(.any)
      case "?": elements.append(.one)
      case "\\": elements.append(.character(rest.popFirst() ?? "\\"))
      case "[": elements.append(choice(&rest) ?? .character("["))
      default: elements.append(.character(character))
      }
    }
    return elements
  }

  /// Reads `a-z]` behind the bracket; `nil`, and nothing read, where it is never closed.
  private static func choice(_ rest: inout Substring) -> Element? {
    var inside = rest
    let isNegated = inside.first == "!" || inside.first == "^"
    if isNegated { inside.removeFirst() }
    var scalars: [Unicode.Scalar] = []
    while let character = inside.popFirst() {
      if character == "]" && !scalars.isEmpty {
        rest = inside
        return .choice(ranges(scalars), isNegated: isNegated)
      }
      let taken = character == "\\" ? inside.popFirst() ?? "\\" : character
      scalars.append(contentsOf: taken.unicodeScalars)
    }
    return nil
  }

  private static func ranges(_ scalars: [Unicode.Scalar]) -> [ClosedRange<Unicode.Scalar>] {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var index = 0
    while index < scalars.count {
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index] <= scalars[index + 2] {
        ranges.append(scalars[index]...scalars[index + 2])
        index += 3
      } else {
        ranges.append(scalars[index]...scalars[index])
        index += 1
      }
    }
    return ranges
  }
}
