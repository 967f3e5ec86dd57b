/// A score for each label, in the model's units.
///
/// 48 lanes for 41 labels, which the processor adds 16 at a time.
struct LabelScores: Equatable {
  var first = SIMD16<Int16>.zero
  var second = SIMD16<Int16>.zero
  var third = SIMD16<Int16>.zero

  static let zero = LabelScores()

  init() {}

  /// Takes over 48 sums.
  init(_ scores: UnsafePointer<Int16>) {
    let lanes = UnsafeRawPointer(scores)
    first = lanes.loadUnaligned(as: SIMD16<Int16>.self)
    second = lanes.loadUnaligned(fromByteOffset: 32, as: SIMD16<Int16>.self)
    third = lanes.loadUnaligned(fromByteOffset: 64, as: SIMD16<Int16>.self)
  }

  /// Compared by words: what the compiler makes of the lanes takes a hundred steps.
  @inline(__always)
  static func == (left: LabelScores, right: LabelScores) -> Bool {
    let difference = (left.first ^ right.first) | (left.second ^ right.second) | (left.third ^ right.third)
    let words = unsafeBitCast(difference, to: SIMD4<UInt64>.self)
    return words[0] | words[1] | words[2] | words[3] == 0
  }

  @inline(__always)
  static func += (left: inout LabelScores, right: LabelScores) {
    left.first &+= right.first
    left.second &+= right.second
    left.third &+= right.third
  }

  /// Whether the best label of a name is ahead of the label outside by `least` or more, which is above 0.
  @inline(__always)
  func leads(by least: Int) -> Bool {
    let bar = SIMD16(repeating: Int16(clamping: Int(first[NameLabel.outside]) + least - 1))
    // The label outside is not ahead of itself.
    let ahead = Self.bits(first .> bar) | Self.bits(second .> bar) | Self.bits((third .> bar) .& .!Self.unused)
    return ahead[0] | ahead[1] | ahead[2] | ahead[3] != 0
  }

  /// A mask by its words: to ask whether any lane is set, the standard library looks at one after the other.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int16>>) -> SIMD4<UInt64> {
    unsafeBitCast(mask, to: SIMD4<UInt64>.self)
  }

  /// The lanes of `third` that are no labels.
  private static let unused: SIMDMask<SIMD16<Int16>> = {
    var mask = SIMDMask<SIMD16<Int16>>()
    for lane in NameLabel.count - 32..<16 { mask[lane] = true }
    return mask
  }()

  /// The scores of the labels alone.
  var labels: LabelScores {
    var labels = self
    labels.third.replace(with: 0, where: Self.unused)
    return labels
  }

  /// Adds a row of 64 bytes: side by side a byte of the first sixteen and one of the second, and behind them the third.
  @inline(__always)
  mutating func add(_ row: UnsafeMutableRawPointer) {
    let bytes = row.load(as: SIMD16<Int16>.self)
    first &+= (bytes &<< 8) &>> 8
    second &+= bytes &>> 8
    third &+= row.load(fromByteOffset: 32, as: SIMD16<Int16>.self)
  }

  /// Writes as much of each score as a row holds, and keeps what is left.
  mutating func move(to row: UnsafeMutableRawPointer) {
    let (low, high) = (Self.takeByte(&first), Self.takeByte(&second))
    row.storeBytes(of: low & 0xFF | high &<< 8, as: SIMD16<Int16>.self)
    row.storeBytes(of: third, toByteOffset: 32, as: SIMD16<Int16>.self)
    third = .zero
  }

  private static func takeByte(_ scores: inout SIMD16<Int16>) -> SIMD16<Int16> {
    let byte = pointwiseMin(pointwiseMax(scores, SIMD16(repeating: -128)), SIMD16(repeating: 127))
    scores &-= byte
    return byte
  }

  /// What single words say for a closer look.
  @inline(__always)
  var gate: Int16 { third[TaggerModel.gate - 32] }
}
