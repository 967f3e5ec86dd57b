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

  @inline(__always)
  static func += (left: inout LabelScores, right: LabelScores) {
    left.first &+= right.first
    left.second &+= right.second
    left.third &+= right.third
  }

  /// What single words say for a closer look.
  @inline(__always)
  var gate: Int16 { third[TaggerModel.gate - 32] }
}
