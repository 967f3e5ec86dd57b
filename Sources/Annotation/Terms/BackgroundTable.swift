internal import Foundation
import LexicalResources
import TextCore

/// How common terms are in blog posts at large, to tell what is special about an article.
///
/// The table lists terms in the order of their bytes, each with the share of articles that hold it, in
/// hundred-thousandths. The share is the mean of the shares in the archives counted, so that a large archive about one
/// subject does not make that subject common. Questions are answered by bisecting the table's lines: only their starts
/// are looked for when a table is made.
public struct BackgroundTable: Sendable {
  /// The unit of the shares in the table.
  package static let scale = 100_000

  /// The share that a term is taken to have which the table does not list: half of the least listed.
  package static let unlistedShare = 0.000_5

  /// The inverse document frequency of a term that the table does not list.
  package static let greatestRarity = log(1 / unlistedShare)

  /// The lines of the table, or `nil` for the embedded one.
  private let lines: [UInt8]?
  /// Where each line starts.
  private let starts: [UInt32]

  /// The table that the package carries.
  public init() {
    lines = nil
    starts = LexicalResource.background.withBytes(Self.starts)
  }

  /// A table of its own: lines of term, tab, share in hundred-thousandths, in the order of the terms' bytes.
  public init(lines: [UInt8]) {
    self.lines = lines
    starts = lines.withUnsafeBufferPointer(Self.starts)
  }

  private static func starts(_ lines: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [UInt32] = []
    var start = 0
    while start < lines.count {
      starts.append(UInt32(start))
      start = ByteScan.firstOffset(of: UInt8(ascii: "\n"), in: lines.span, from: start, to: lines.count) + 1
    }
    return starts
  }

  /// The inverse document frequency of a term: the natural logarithm of one over its share of articles, at least 0.
  ///
  /// After Spärck Jones (1972), "A statistical interpretation of term specificity and its application in retrieval".
  /// - Complexity: O(log *n*) in the size of the table.
  public func inverseDocumentFrequency(of term: Span<UInt8>) -> Double {
    let share = self.share(of: term) ?? 0
    return max(0, log(1 / (share + Self.unlistedShare)))
  }

  /// The share of articles that hold the term, 0 to 1; `nil` where the table does not list it.
  package func share(of term: Span<UInt8>) -> Double? {
    if let lines { return lines.withUnsafeBufferPointer { share(of: term, in: $0) } }
    return LexicalResource.background.withBytes { share(of: term, in: $0) }
  }

  private func share(of term: Span<UInt8>, in lines: UnsafeBufferPointer<UInt8>) -> Double? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      switch Self.compare(line: Int(starts[middle]), of: lines, with: term) {
      case .same(let tab): return Self.number(after: tab, in: lines)
      case .before: low = middle + 1
      case .after: high = middle
      }
    }
    return nil
  }

  private enum Order {
    case before, after
    case same(tab: Int)
  }

  /// How the term of the line that starts at `start` is ordered against `term`.
  private static func compare(line start: Int, of lines: UnsafeBufferPointer<UInt8>, with term: Span<UInt8>) -> Order {
    var index = 0
    while true {
      let place = start + index
      let byte = place < lines.count ? lines[place] : UInt8(ascii: "\t")
      let isAtEnd = byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      if index == term.count { return isAtEnd ? .same(tab: place) : .after }
      if isAtEnd || byte < term[index] { return .before }
      if byte > term[index] { return .after }
      index += 1
    }
  }

  private static func number(after tab: Int, in lines: UnsafeBufferPointer<UInt8>) -> Double {
    var value = 0
    var place = tab + 1
    while place < lines.count, lines[place] >= 0x30, lines[place] <= 0x39, value < scale {
      value = value * 10 + Int(lines[place] - 0x30)
      place += 1
    }
    return Double(value) / Double(scale)
  }
}
