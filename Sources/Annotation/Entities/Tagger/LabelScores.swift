/// A score for each label, in the model's units.
///
/// 48 lanes for 41 labels, which the processor adds 16 at a time.
struct LabelScores {
  var first = SIMD16<Int16>.zero
  var second = SIMD16<Int16>.zero
  var third = SIMD16<Int16>.zero

  static let zero = LabelScores()

  init() {}

  /// Takes over the sums of a scratch array.
  init(_ scores: [Int16]) {
    for lane in 0..<16 {
      first[lane] = scores[lane]
      second[lane] = scores[lane + 16]
      third[lane] = scores[lane + 32]
    }
  }

  @inline(__always)
  static func += (left: inout LabelScores, right: LabelScores) {
    left.first &+= right.first
    left.second &+= right.second
    left.third &+= right.third
  }

  @inline(__always)
  subscript(label: Int) -> Int16 {
    label < 16 ? first[label] : label < 32 ? second[label - 16] : third[label - 32]
  }
}
