internal import TOMLKit
internal import TextCore

/// Reads TOML blocks by TOMLKit.
enum FrontMatterTOML {
  /// More parts in one name than anyone writes; toml++ makes a table of each, and frees them recursively.
  private static let longestPath = 64

  /// Reads the block at `content`.
  static func read(_ content: Range<Int>, in text: Span<UInt8>) -> FrontMatterReading {
    if let offset = longPath(in: content, text) {
      return FrontMatterReading(fault: FrontMatterFault(problem: "入れ子が深すぎます", offset: offset))
    }
    do {
      return FrontMatterReading(entries: try entries(of: content, in: text))
    } catch {
      let fault = FrontMatterFault(toml: error, content, in: text)
      return .salvaged(content, .toml, in: text, after: fault) { section in
        (try? entries(of: section.range, in: text))?.first?.node
      }
    }
  }

  private static func entries(of content: Range<Int>, in text: Span<UInt8>) throws -> [FrontMatterEntry] {
    if let fault = TOMLGuard.fault(of: content, in: text) { throw fault }
    let table = try TOMLTable(string: text.string(content))
    // toml++ sorts names, so the lines tell the order.
    var nodes = Dictionary(uniqueKeysWithValues: try fields(of: table, depth: 1).map { ($0.name, $0.node) })
    var entries: [FrontMatterEntry] = []
    for section in FieldSection.sections(of: content, .toml, in: text) {
      guard let node = nodes.removeValue(forKey: section.name) else { continue }
      entries.append(FrontMatterEntry(name: section.name, node: node, place: section.range))
    }
    for (name, node) in nodes.sorted(by: { $0.key < $1.key }) {
      entries.append(FrontMatterEntry(name: name, node: node, place: content))
    }
    return entries
  }

  private static func fields(of table: TOMLTable, depth: Int) throws -> [(name: String, node: FrontMatterNode)] {
    try table.map { name, value in (name, try node(of: value, depth: depth + 1)) }
  }

  private static func node(of value: any TOMLValueConvertible, depth: Int) throws -> FrontMatterNode {
    guard depth <= FrontMatterNode.deepest else { throw TOMLProblem.tooDeep }
    switch value.type {
    case .table: return .map(try value.table.map { try fields(of: $0, depth: depth) } ?? [])
    case .array: return .list(try value.array.map { try $0.map { try node(of: $0, depth: depth + 1) } } ?? [])
    case .string: return .text(value.string ?? "")
    case .int: return value.int.map { .scalar(.int($0), spelling: String($0)) } ?? .text("")
    case .double:
      guard let number = value.double else { return .text("") }
      return .scalar(number.isFinite ? .double(number) : .string("\(number)"), spelling: "\(number)")
    case .bool: return value.bool.map { .scalar(.bool($0), spelling: String($0)) } ?? .text("")
    case .date: return value.date.map { date($0, nil, offset: nil) } ?? .text("")
    case .dateTime:
      guard let moment: TOMLDateTime = value.dateTime else { return .text("") }
      // The types choose the stored parts; TOMLKit extends everything by optional ones of the same names.
      let day: TOMLDate = moment.date
      let time: TOMLTime = moment.time
      return date(day, time, offset: moment.offset)
    case .time: return .text(value.time.map(clock) ?? "")
    }
  }

  private static func date(_ date: TOMLDate, _ time: TOMLTime?, offset: TOMLTimeOffset?) -> FrontMatterNode {
    let clock = time.flatMap { ArticleDate.Time(hour: $0.hour, minute: $0.minute, second: $0.second) }
    guard
      let read = ArticleDate(
        year: date.year, month: date.month, day: date.day, time: clock, utcOffset: offset?.offset)
    else { return .text("\(date.year)-\(date.month)-\(date.day)") }
    return .scalar(.date(read), spelling: read.iso8601)
  }

  private static func clock(_ time: TOMLTime) -> String {
    [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The first name with more parts than are read.
  private static func longPath(in content: Range<Int>, _ text: Span<UInt8>) -> Int? {
    var lines = LineWalk(content)
    while let line = lines.next(in: text) {
      var dots = 0
      for offset in line.start..<line.end {
        if text[offset] == UInt8(ascii: "=") || text[offset] == UInt8(ascii: "\"") { dots = 0 }
        if text[offset] == UInt8(ascii: ".") { dots += 1 }
        if dots > longestPath { return line.start }
      }
    }
    return nil
  }
}

/// What kiji refuses of TOML that TOMLKit takes.
private enum TOMLProblem: Error {
  /// Values are nested deeper than `FrontMatterNode.deepest`.
  case tooDeep
}

extension FrontMatterFault {
  /// The fault that a TOMLKit error tells, of the block at `content`.
  fileprivate init(toml error: any Error, _ content: Range<Int>, in text: Span<UInt8>) {
    guard let error = error as? TOMLParseError else {
      self = (error as? FrontMatterFault) ?? FrontMatterFault(problem: "入れ子が深すぎます", offset: content.lowerBound)
      return
    }
    var cursor = LineColumnCursor(content, .lineFeed)
    let begin = error.source.begin
    self.init(
      problem: "TOMLとして読めません（\(error.description)）",
      offset: cursor.offset(line: begin.line, column: begin.column, in: text))
  }
}
