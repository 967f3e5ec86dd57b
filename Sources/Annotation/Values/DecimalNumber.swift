/// A decimal number that is kept exactly: 1.74兆 is 1740000000000, and 81.69 is 81.69.
///
/// It has at most 18 significant digits. Where a result would need more there is none.
public struct DecimalNumber: Hashable, Sendable {
  /// All digits as one integer.
  public let mantissa: Int64
  /// How many of the digits stand behind the point, 0 to 18; the last of them is never 0.
  public let scale: Int

  /// The number 0.
  public static let zero = DecimalNumber(0)

  /// The most digits of a mantissa: with 18 every one fits in 64 bits.
  package static let maximumDigits = 18

  /// Creates a whole number.
  public init(_ integer: Int) {
    mantissa = Int64(integer)
    scale = 0
  }

  /// Creates the number `mantissa` · 10^-`scale`; zeros at the end of the fraction are dropped.
  ///
  /// - Precondition: `scale` is from 0 to 18.
  public init(mantissa: Int64, scale: Int) {
    precondition(0...Self.maximumDigits ~= scale, "a scale is from 0 to 18")
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// The number times 10^`power`; `nil` where that has too many digits.
  package func shifted(by power: Int) -> DecimalNumber? {
    guard mantissa != 0 else { return self }
    let scale = self.scale - power
    if scale >= 0 { return scale <= Self.maximumDigits ? DecimalNumber(mantissa: mantissa, scale: scale) : nil }
    guard let factor = Self.power(of: -scale) else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : DecimalNumber(mantissa: product, scale: 0)
  }

  /// The sum; `nil` where that has too many digits.
  package func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let scale = max(self.scale, other.scale)
    guard let left = mantissa(at: scale), let right = other.mantissa(at: scale) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : DecimalNumber(mantissa: sum, scale: scale)
  }

  /// The number times a small whole one; `nil` where that has too many digits.
  package func multiplied(by factor: Int) -> DecimalNumber? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int64(factor))
    return overflow ? nil : DecimalNumber(mantissa: product, scale: scale)
  }

  /// The number with the other sign.
  package var negated: DecimalNumber { DecimalNumber(mantissa: 0 &- mantissa, scale: scale) }

  /// The mantissa of the same number with `scale` digits behind the point, at least as many as now.
  private func mantissa(at scale: Int) -> Int64? {
    guard let factor = Self.power(of: scale - self.scale) else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// 10^`exponent`, where 64 bits hold it.
  private static func power(of exponent: Int) -> Int64? {
    guard 0...Self.maximumDigits ~= exponent else { return nil }
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension DecimalNumber: Comparable {
  /// Orders by value.
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let scale = max(left.scale, right.scale)
    if let left = left.mantissa(at: scale), let right = right.mantissa(at: scale) { return left < right }
    return left.approximation < right.approximation
  }

  /// The nearest number in binary floating point.
  public var approximation: Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(mantissa) / divisor
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number in plain digits, as JSON takes it: `100000000000`, `-0.5`.
  public var description: String {
    guard scale > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (mantissa < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
