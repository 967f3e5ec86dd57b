public import TextCore

/// An expression for a number or a time in a text, and what it stands for.
public struct ValueMention: Hashable, Sendable {
  /// The kinds of values, named as the types of entities.
  public enum Kind: String, Sendable, CaseIterable {
    /// A day, a longer time of the calendar, or a range.
    case date
    /// A time of day.
    case time
    /// An amount of money.
    case money
    /// A share, or a difference of shares.
    case percent
    /// A count, a duration, a size or a multiple.
    case quantity
  }

  /// The expression alone: no 約, 最大, 超 or 以上.
  public let range: ByteRange<NormalizedSpace>
  /// What kind of value it is.
  public let kind: Kind
  /// The value; `nil` where the text does not tell it: 戦後, or 来月 in an article without a date.
  public let value: EntityValue?
  /// Whether it is a word that points to a time without naming one (昨年, 来週, 今日), and nothing more. Collections of
  /// named entities differ on whether such words are marked.
  public let isDeictic: Bool

  /// Creates a mention.
  public init(range: ByteRange<NormalizedSpace>, kind: Kind, value: EntityValue?, isDeictic: Bool = false) {
    self.range = range
    self.kind = kind
    self.value = value
    self.isDeictic = isDeictic
  }
}

extension ValueMention {
  /// The same so many bytes further on.
  func moved(by bytes: Int) -> ValueMention {
    ValueMention(
      range: ByteRange(range.lowerBound + bytes, range.upperBound + bytes), kind: kind, value: value,
      isDeictic: isDeictic)
  }
}
