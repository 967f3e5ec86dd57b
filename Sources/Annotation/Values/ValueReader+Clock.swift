/// Times of day.
extension ValueReader {
  /// 午後3時半, 朝10時, 夜22時.
  func prefixedClock(_ word: ValueLexicon.TimeWord, _ start: Int, _ end: Int) -> Reading? {
    guard let numeral = sentence.numeral(at: end), var reading = clock(numeral, from: end, noon: word.number) else {
      // 10日夜: a part of the day right behind a date.
      let isPart = start > 0 && start == floor && sentence.isBorder(end) && end - start == 3
      return isPart ? Reading(start: start, end: end, kind: .time) : nil
    }
    reading.start = start
    return reading
  }

  /// The time of day that begins with `numeral`: 15時30分, 15:30, 9〜17時.
  /// - Parameter noon: The first hour that a word before it (午後, 夜) makes one of the afternoon, 0 for none; `nil`
  ///   where there is no such word.
  func clock(_ numeral: Numeral, from start: Int, noon: Int? = nil) -> Reading? {
    guard 0...29 ~= numeral.integer, numeral.digits <= 2, numeral.exponent == 0 || numeral.isKanji else { return nil }
    let place = numeral.end
    if sentence[place] == UInt8(ascii: ":") { return colonClock(numeral, start, noon) }
    if sentence.has("時", at: place) { return hourClock(numeral, start, noon) }
    // 9〜17時: the unit stands once.
    guard let sign = sentence.endOfRangeSign(at: place), let last = sentence.numeral(at: sign), last.digits > 0,
      numeral.integer < last.integer, last.integer <= 29, sentence.has("時", at: last.end), isHour(last.end)
    else { return nil }
    return reading(start, last.end + 3, (numeral.integer + shift(numeral.integer, noon), 0, -1), (last.integer, 0, -1))
  }

  private func hourClock(_ numeral: Numeral, _ start: Int, _ noon: Int?) -> Reading? {
    // 一時 is for a while more often than one o'clock.
    guard isHour(numeral.end), noon != nil || !numeral.isKanji || numeral.integer != 1 else { return nil }
    var end = numeral.end + 3
    var time = (hour: numeral.integer + shift(numeral.integer, noon), minute: 0, second: -1)
    if sentence.has("半", at: end), sentence.isBorder(end + 3) {
      time.minute = 30
      end += 3
    } else if let minute = sentence.numeral(at: end), 0...59 ~= minute.integer, sentence.has("分", at: minute.end) {
      time.minute = minute.integer
      end = minute.end + 3
      if let second = sentence.numeral(at: end), 0...59 ~= second.integer, sentence.has("秒", at: second.end) {
        time.second = second.integer
        end = second.end + 3
      }
    }
    return reading(start, end, time, nil)
  }

  /// Whether 時 at `place` is one of the clock, and not the first part of 時間, 時点 or 時代.
  private func isHour(_ place: Int) -> Bool {
    sentence.end(ofAny: ["時間", "時点", "時代", "時期", "時短", "時給"], at: place) == nil
  }

  private func colonClock(_ numeral: Numeral, _ start: Int, _ noon: Int?) -> Reading? {
    guard let first = colonTime(numeral), first.time.hour <= 29 else { return nil }
    var end = first.end
    var last: (Int, Int, Int)?
    if let sign = sentence.endOfRangeSign(at: end), let numeral = sentence.numeral(at: sign),
      sentence[numeral.end] == UInt8(ascii: ":"), let second = colonTime(numeral)
    {
      last = second.time
      end = second.end
    }
    var time = first.time
    time.hour += shift(time.hour, noon)
    return reading(start, end, time, last)
  }

  /// 15:30 or 15:30:05; no ratio, and no line of a longer figure.
  private func colonTime(_ numeral: Numeral) -> (time: (hour: Int, minute: Int, second: Int), end: Int)? {
    guard numeral.digits > 0, let minute = twoDigits(at: numeral.end + 1), minute < 60 else { return nil }
    var end = numeral.end + 3
    var seconds = -1
    if sentence[end] == UInt8(ascii: ":"), let second = twoDigits(at: end + 1), second < 60 {
      seconds = second
      end += 3
    }
    guard !sentence.isLetterOrDigit(end), sentence[end] != UInt8(ascii: ":"),
      sentence[end] != UInt8(ascii: ".") || !sentence.isDigit(end + 1)
    else { return nil }
    return ((numeral.integer, minute, seconds), end)
  }

  private func twoDigits(at place: Int) -> Int? {
    guard sentence.isDigit(place), sentence.isDigit(place + 1) else { return nil }
    return Int(sentence[place] - 0x30) * 10 + Int(sentence[place + 1] - 0x30)
  }

  /// What 午後, 夜 and the like add to an hour: 12 from the hour that the word begins with, nothing after midnight.
  private func shift(_ hour: Int, _ noon: Int?) -> Int {
    guard let noon, noon > 0, hour >= noon, hour < 12 else { return 0 }
    return 12
  }

  private func reading(
    _ start: Int, _ end: Int, _ first: (hour: Int, minute: Int, second: Int), _ last: (Int, Int, Int)?
  ) -> Reading {
    var reading = Reading(start: start, end: end, kind: .time)
    var text = Self.text(first.hour, first.minute, first.second)
    if let last, let begin = text { text = Self.text(last.0, last.1, last.2).map { begin + "/" + $0 } }
    reading.value = text.map { .time(TimeValue(iso8601: $0)) }
    return reading
  }

  /// A time as ISO 8601 writes it; `nil` for the hours that broadcasters count on to behind midnight (25時).
  private static func text(_ hour: Int, _ minute: Int, _ second: Int) -> String? {
    guard hour < 24 || hour == 24 && minute == 0 && second <= 0 else { return nil }
    let text = padded(hour) + ":" + padded(minute)
    return second < 0 ? text : text + ":" + padded(second)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
