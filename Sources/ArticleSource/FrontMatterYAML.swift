internal import TextCore
internal import Yams

/// Reads YAML blocks by Yams.
enum FrontMatterYAML {
  /// Reads the block at `content`.
  static func read(_ content: Range<Int>, in text: Span<UInt8>) -> FrontMatterReading {
    if let fault = YAMLLimits.fault(of: content, in: text) { return FrontMatterReading(fault: fault) }
    let entries: [FrontMatterEntry]
    do {
      entries = try self.entries(of: content, in: text)
    } catch {
      let fault = FrontMatterFault(yaml: error, content, in: text)
      var reading = FrontMatterReading.salvaged(content, .yaml, in: text, after: fault) { section in
        (try? self.entries(of: section.range, in: text))?.first?.node
      }
      if repeatsOnlyItself(error, content, in: text) { reading.fault = nil }
      return reading
    }
    return FrontMatterReading(entries: entries)
  }

  /// Whether all that is wrong are fields that are written twice with the same value, which does no harm.
  private static func repeatsOnlyItself(_ error: any Error, _ content: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard case YamlError.duplicatedKeysInMapping(let names, _) = error else { return false }
    var values: [String: String] = [:]
    var repeated: Set<String> = []
    for section in FieldSection.sections(of: content, .yaml, in: text) {
      let value = text.string(section.value)
      guard let earlier = values.updateValue(value, forKey: section.name) else { continue }
      guard earlier == value else { return false }
      repeated.insert(section.name)
    }
    return repeated.isSuperset(of: names)
  }

  private static func entries(of content: Range<Int>, in text: Span<UInt8>) throws -> [FrontMatterEntry] {
    // Yams takes its default encoding from the environment, so it is always given.
    let parser = try Parser(
      yaml: text.string(content), resolver: .basic, constructor: .default, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return [] }
    guard case .mapping(let mapping) = root else { throw YAMLProblem.notFields }
    var conversion = YAMLConversion(budget: content.count + YAMLConversion.aliasAllowance)
    let pairs = try conversion.pairs(of: mapping, depth: 1)

    var cursor = LineColumnCursor(content, .yaml)
    let starts = pairs.map { pair in
      pair.mark.map { cursor.offset(line: $0.line, column: $0.column, in: text) } ?? content.lowerBound
    }
    return pairs.indices.map { index in
      let next = index + 1 < starts.count ? starts[index + 1] : content.upperBound
      let place = starts[index]..<max(starts[index], next)
      return FrontMatterEntry(
        name: pairs[index].name, node: pairs[index].node, place: place.lowerBound..<end(of: place, in: text))
    }
  }

  /// Where a field ends: before the blank lines and comments that follow it.
  private static func end(of place: Range<Int>, in text: Span<UInt8>) -> Int {
    var end = place.lowerBound
    var lines = LineWalk(place)
    while let line = lines.next(in: text) {
      switch FieldLine(line, of: .yaml, in: text) {
      case .blank, .comment: continue
      case .field, .continuation, .other: end = line.trimmedEnd(in: text)
      }
    }
    return end
  }
}

/// What kiji refuses of YAML that Yams takes.
enum YAMLProblem: Error {
  /// The block is a list or a single value.
  case notFields
  /// Values are nested deeper than `FrontMatterNode.deepest`.
  case tooDeep
  /// Aliases make more values than the block's size allows.
  case tooLarge
}

/// Turns Yams's nodes into values, within a budget.
private struct YAMLConversion {
  /// How many values aliases may add to what the block itself holds.
  static let aliasAllowance = 10_000

  private var budget: Int

  init(budget: Int) { self.budget = budget }

  /// The fields of a mapping in order, those of merge keys (`<<`) behind them; names that return keep the last value.
  mutating func pairs(
    of mapping: Node.Mapping, depth: Int
  ) throws(YAMLProblem) -> [(name: String, node: FrontMatterNode, mark: Mark?)] {
    guard depth <= FrontMatterNode.deepest else { throw .tooDeep }
    var pairs: [(name: String, node: FrontMatterNode, mark: Mark?)] = []
    var merged: [Node] = []
    for (key, value) in mapping {
      if case .scalar(let scalar) = key, scalar.string == "<<", scalar.style == .plain, value.isCollection {
        merged.append(value)
        continue
      }
      pairs.append((try name(of: key, depth: depth), try node(of: value, depth: depth + 1), key.mark))
    }
    guard !merged.isEmpty else { return pairs }
    var names = Set(pairs.map(\.name))
    for source in merged.flatMap(\.mergedMappings) {
      for (name, node, mark) in try self.pairs(of: source, depth: depth + 1) where names.insert(name).inserted {
        pairs.append((name, node, mark))
      }
    }
    return pairs
  }

  private mutating func name(of key: Node, depth: Int) throws(YAMLProblem) -> String {
    if case .scalar(let scalar) = key { return scalar.string }
    return try node(of: key, depth: depth + 1).joinedText
  }

  private mutating func node(of node: Node, depth: Int) throws(YAMLProblem) -> FrontMatterNode {
    budget -= 1
    guard budget >= 0 else { throw .tooLarge }
    guard depth <= FrontMatterNode.deepest else { throw .tooDeep }
    switch node {
    case .scalar(let scalar):
      let isText = scalar.style != .plain || scalar.tag.description == Tag.Name.str.rawValue
      return .scalar(isText ? .string(scalar.string) : .init(plainYAML: scalar.string), spelling: scalar.string)
    case .sequence(let sequence):
      var nodes: [FrontMatterNode] = []
      nodes.reserveCapacity(sequence.count)
      for element in sequence { nodes.append(try self.node(of: element, depth: depth + 1)) }
      return .list(nodes)
    case .mapping(let mapping):
      return .map(try pairs(of: mapping, depth: depth).map { ($0.name, $0.node) })
    case .alias:
      // Parsing resolves aliases; only programs make nodes of this kind.
      return .scalar(.null, spelling: "")
    }
  }
}

extension Node {
  /// Whether it is a mapping or a sequence.
  fileprivate var isCollection: Bool {
    switch self {
    case .mapping, .sequence: true
    case .scalar, .alias: false
    }
  }

  /// The mappings that a merge key brings in: its value, or those of the list that is its value.
  fileprivate var mergedMappings: [Node.Mapping] {
    switch self {
    case .mapping(let mapping): [mapping]
    case .sequence(let sequence): sequence.compactMap { if case .mapping(let mapping) = $0 { mapping } else { nil } }
    case .scalar, .alias: []
    }
  }
}
