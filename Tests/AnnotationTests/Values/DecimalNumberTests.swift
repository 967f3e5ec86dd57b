import Annotation
import TestSupport
import Testing

@Suite("Decimal numbers")
struct DecimalNumberTests {
  @Test(
    "A number prints in plain digits, exactly",
    arguments: [
      (174, 2, "1.74"), (100, 2, "1"), (5, 1, "0.5"), (-5, 1, "-0.5"), (-5, 3, "-0.005"), (0, 5, "0"),
      (100_000_000_000, 0, "100000000000"), (-1234, 2, "-12.34"), (Int64.max, 0, "9223372036854775807"),
      (Int64.min, 0, "-9223372036854775808"), (1, 18, "0.000000000000000001"),
    ] as [(Int64, Int, String)])
  func description(mantissa: Int64, scale: Int, expected: String) {
    #expect("\(DecimalNumber(mantissa: mantissa, scale: scale))" == expected)
  }

  @Test("Shifting by powers of ten is exact, and nothing where the digits do not fit")
  func shifting() {
    let number = DecimalNumber(mantissa: 174, scale: 2)
    #expect(number.shifted(by: 12)?.description == "1740000000000")
    #expect(number.shifted(by: -2)?.description == "0.0174")
    #expect(number.shifted(by: 1)?.description == "17.4")
    #expect(number.shifted(by: 19) == nil)
    #expect(number.shifted(by: 100) == nil && number.shifted(by: -100) == nil)
    #expect(DecimalNumber.zero.shifted(by: 100) == .zero)
  }

  @Test("Sums and products are exact, and nothing where the digits do not fit")
  func sums() {
    let largest = DecimalNumber(mantissa: .max, scale: 0)
    #expect(largest.adding(DecimalNumber(1)) == nil)
    #expect(largest.multiplied(by: 2) == nil)
    #expect(DecimalNumber(mantissa: 15, scale: 1).adding(DecimalNumber(mantissa: 25, scale: 1))?.description == "4")
    #expect(DecimalNumber(mantissa: 15, scale: 1).multiplied(by: 60)?.description == "90")
  }

  @Test("Numbers compare by value, whatever their scale")
  func order() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let pair = (0..<2).map { _ in
        DecimalNumber(
          mantissa: Int64.random(in: -9999...9999, using: &generator), scale: Int.random(in: 0...6, using: &generator))
      }
      #expect((pair[0] < pair[1]) == (pair[0].approximation < pair[1].approximation))
    }
    #expect(DecimalNumber(mantissa: .min, scale: 0) < DecimalNumber(mantissa: 1, scale: 18))
  }
}

@Suite("Calendar days")
struct CalendarDayTests {
  @Test("Only days of the calendar are days")
  func validity() {
    #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil && CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2025, month: 13, day: 1) == nil && CalendarDay(year: 2025, month: 1, day: 0) == nil)
    #expect(CalendarDay(year: 10_000, month: 1, day: 1) == nil)
  }
}
