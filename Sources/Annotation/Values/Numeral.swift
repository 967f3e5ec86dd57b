/// A number as it is written, in digits, in kanji, or in both: 1,150億, 1兆4000, 七千二百二十八億, 二〇二五, 数十.
struct Numeral {
  /// Where it ends.
  var end: Int
  /// The number; `nil` where it is vague or has more digits than a `DecimalNumber` holds.
  var value: DecimalNumber?
  /// The number where it is whole and below 10^8; -1 otherwise.
  var integer = -1
  /// The number of digits, where it is ASCII digits and nothing else; 0 otherwise.
  var digits = 0
  /// Whether it is ASCII digits that begin with 0.
  var hasLeadingZero = false
  /// Whether it leaves digits open: 数十, 十数.
  var isVague = false
  /// Whether it begins with a kanji.
  var isKanji = false
  /// Whether there is a further point behind the fraction, as in 1.2.3.
  var isVersion = false
  /// The power of ten that it ends with: 8 for 20億, 7 for 2千万, 0 for 20.
  var exponent = 0
}

extension SentenceText {
  /// The number that begins at a place.
  /// - Complexity: O(length).
  func numeral(at start: Int) -> Numeral? {
    var numeral = Numeral(end: start)
    var total: DecimalNumber? = .zero
    var lastPower = Int.max
    numeral.isKanji = bytes[start] >= 0x80
    while let section = section(at: numeral.end) {
      numeral.isVague = numeral.isVague || section.isVague
      numeral.isVersion = section.isVersion
      numeral.end = section.end
      if let power = Self.bigPower(scalar(at: section.end)), power < lastPower {
        total = sum(total, section.value?.shifted(by: power))
        lastPower = power
        numeral.end += 3
        numeral.exponent = power + section.exponent
        continue
      }
      total = sum(total, section.value)
      numeral.exponent = section.exponent
      if lastPower == Int.max && section.digits > 0 {
        numeral.digits = section.digits
        numeral.hasLeadingZero = bytes[start] == 0x30
      }
      break
    }
    guard numeral.end > start else { return nil }
    if total != nil, scalar(at: numeral.end) == Self.several, numeral.exponent > 0 || total?.isMultipleOfTen ?? false {
      numeral.isVague = true
      numeral.end += 3
    }
    guard !numeral.isVague else { return numeral }
    numeral.value = total
    if let total, total.scale == 0, 0..<100_000_000 ~= total.mantissa { numeral.integer = Int(total.mantissa) }
    return numeral
  }

  private func sum(_ left: DecimalNumber?, _ right: DecimalNumber?) -> DecimalNumber? {
    guard let left, let right else { return nil }
    return left.adding(right)
  }

  /// What stands before 万, 億 or 兆, or alone.
  private struct Section {
    var end: Int
    var value: DecimalNumber? = .zero
    var digits = 0
    var isVague = false
    var isVersion = false
    var exponent = 0
  }

  private func section(at start: Int) -> Section? {
    var section = Section(end: start)
    var lastPower = Int.max
    while true {
      let coefficient = coefficient(at: section.end)
      let end = coefficient?.end ?? section.end
      if let power = Self.smallPower(scalar(at: end)), power < lastPower {
        section.value = sum(section.value, (coefficient?.value ?? DecimalNumber(1)).shifted(by: power))
        section.isVague = section.isVague || coefficient?.isVague ?? false
        section.end = end + 3
        section.exponent = lastPower == Int.max ? power : 0
        lastPower = power
        continue
      }
      guard let coefficient else { break }
      section.value = coefficient.isVague ? section.value : sum(section.value, coefficient.value)
      section.isVague = section.isVague || coefficient.isVague
      section.isVersion = coefficient.isVersion
      section.digits = lastPower == Int.max ? coefficient.digits : 0
      section.exponent = 0
      section.end = end
      break
    }
    return section.end > start ? section : nil
  }

  /// Digits without 十, 百, 千 and the like; 数 too.
  private func coefficient(at start: Int) -> Section? {
    if isDigit(start) { return decimal(at: start) }
    if scalar(at: start) == Self.several { return Section(end: start + 3, value: DecimalNumber(1), isVague: true) }
    var place = start
    var mantissa: Int64 = 0
    var count = 0
    while let digit = Self.kanjiDigit(scalar(at: place)) {
      count += 1
      if count <= DecimalNumber.maximumDigits { mantissa = mantissa * 10 + digit }
      place += 3
    }
    guard count > 0 else { return nil }
    let fits = count <= DecimalNumber.maximumDigits
    return Section(end: place, value: fits ? DecimalNumber(mantissa: mantissa, scale: 0) : nil)
  }

  /// ASCII digits, in groups of three with commas or without, and a fraction.
  private func decimal(at start: Int) -> Section {
    var place = start
    var mantissa: Int64 = 0
    var count = 0
    var scale = 0
    func take(_ byte: UInt8) {
      count += 1
      if count <= DecimalNumber.maximumDigits { mantissa = mantissa * 10 + Int64(byte - 0x30) }
    }
    while isDigit(place) {
      take(bytes[place])
      place += 1
    }
    var isPlain = true
    if place - start <= 3 {
      while bytes[place] == 0x2C, isDigit(place + 1), isDigit(place + 2), isDigit(place + 3), !isDigit(place + 4) {
        for index in 1...3 { take(bytes[place + index]) }
        place += 4
        isPlain = false
      }
    }
    if bytes[place] == 0x2E, isDigit(place + 1) {
      place += 1
      isPlain = false
      while isDigit(place) {
        take(bytes[place])
        scale += 1
        place += 1
      }
    }
    let fits = count <= DecimalNumber.maximumDigits
    return Section(
      end: place, value: fits ? DecimalNumber(mantissa: mantissa, scale: scale) : nil,
      digits: isPlain ? place - start : 0, isVersion: scale > 0 && bytes[place] == 0x2E && isDigit(place + 1))
  }
}

// MARK: - The characters of numbers

extension SentenceText {
  /// 数, which stands for a digit that is left open.
  static let several: UInt32 = 0x6570

  static func kanjiDigit(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x3007, 0x96F6: 0  // 〇零
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// The power of ten of 十, 百 and 千.
  static func smallPower(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 1
    case 0x767E: 2
    case 0x5343: 3
    default: nil
    }
  }

  /// The power of ten of 万, 億, 兆 and 京.
  static func bigPower(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x4E07: 4
    case 0x5104: 8
    case 0x5146: 12
    case 0x4EAC: 16
    default: nil
    }
  }
}

extension DecimalNumber {
  /// Whether it is a whole number of tens.
  var isMultipleOfTen: Bool { scale == 0 && mantissa % 10 == 0 && mantissa != 0 }
}
