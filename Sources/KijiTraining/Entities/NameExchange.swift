import Annotation

/// Makes more texts to learn from: each with some of its names exchanged for names of other texts of the same mark.
///
/// So the tagger learns what stands around names rather than the names (Dai and Adel 2020, "An analysis of simple data
/// augmentation for named entity recognition": mention replacement).
struct NameExchange {
  /// The share of names that is exchanged, in 256ths.
  private static let share: UInt64 = 160
  private var random: UInt64 = 0x2545_f491_4f6c_dd1d

  /// The names of the texts, by the classes that their marks allow.
  private var names: [[NameClass]: [String]] = [:]

  /// Collects the names of texts.
  init(_ texts: [AnnotatedText]) {
    for text in texts {
      let scalars = Array(text.text.unicodeScalars)
      for name in text.names where !name.mayBeOutside && name.range.upperBound <= scalars.count {
        names[name.classes, default: []].append(Self.string(scalars[name.range]))
      }
    }
  }

  /// A text with names exchanged; `nil` where none was.
  mutating func exchanged(_ text: AnnotatedText) -> AnnotatedText? {
    let scalars = Array(text.text.unicodeScalars)
    var result = ""
    var length = 0
    var place = 0
    var isChanged = false
    var marks: [AnnotatedText.Mark] = []
    for mark in text.names.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard mark.range.lowerBound >= place, mark.range.upperBound <= scalars.count else { return nil }
      result += Self.string(scalars[place..<mark.range.lowerBound])
      length += mark.range.lowerBound - place
      var name = Self.string(scalars[mark.range])
      if !mark.mayBeOutside, next() & 0xff < Self.share, let others = names[mark.classes] {
        name = others[Int(next() % UInt64(others.count))]
        isChanged = true
      }
      result += name
      let count = name.unicodeScalars.count
      marks.append(.init(range: length..<length + count, classes: mark.classes, mayBeOutside: mark.mayBeOutside))
      length += count
      place = mark.range.upperBound
    }
    guard isChanged else { return nil }
    result += Self.string(scalars[place...])
    return AnnotatedText(text: result, names: marks, unmarked: text.unmarked)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Xorshift (Marsaglia 2003).
  private mutating func next() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random >> 11
  }
}
