/// The columns of one feature: comma-separated, some in double quotes, as MeCab's `tokenizeCSV` reads them.
struct FeatureColumns {
  /// The columns' bytes, one after the other, quotes taken away.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Reads `feature`, and keeps the memory of the one before.
  mutating func read(_ feature: UnsafeRawBufferPointer) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var index = 0
    repeat {
      if index < feature.count && feature[index] == UInt8(ascii: "\"") {
        index = readQuoted(feature, from: index + 1)
      }
      while index < feature.count && feature[index] != UInt8(ascii: ",") {
        bytes.append(feature[index])
        index += 1
      }
      ends.append(bytes.count)
      index += 1
    } while index <= feature.count
  }

  /// The number of columns.
  var count: Int { ends.count }

  /// Where column `index` lies in `bytes`; empty where there is no such column, or where it is `*` for "none".
  func range(_ index: Int) -> Range<Int> {
    guard index < ends.count else { return 0..<0 }
    let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    return range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "*") ? 0..<0 : range
  }

  /// The first `count` columns' bytes, joined.
  ///
  /// Without the commas, so only for columns whose values cannot be joined to one another by mistake.
  func prefix(_ count: Int) -> Range<Int> { 0..<(ends.isEmpty ? 0 : ends[min(count, ends.count) - 1]) }

  /// Column `index` as a string; empty where there is none.
  func string(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  /// The number of columns of `feature`.
  static func count(in feature: UnsafeRawBufferPointer) -> Int {
    var columns = FeatureColumns()
    columns.read(feature)
    return columns.count
  }

  /// Reads up to the closing quote; doubled quotes are one.
  private mutating func readQuoted(_ feature: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index < feature.count {
      if feature[index] == UInt8(ascii: "\"") {
        guard index + 1 < feature.count, feature[index + 1] == UInt8(ascii: "\"") else { return index + 1 }
        index += 1
      }
      bytes.append(feature[index])
      index += 1
    }
    return index
  }
}
