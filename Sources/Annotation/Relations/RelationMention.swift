package import TextCore

/// What two parties of a deal have to do with one another.
///
/// The raw values are those of the JSON object's `type`. What `from` and `to` of a ``RelationMention`` mean stands at
/// each case: where money flows, it flows from the one to the other.
public enum RelationType: String, CaseIterable, Sendable {
  /// `from` puts money into `to`.
  case investment
  /// `from` takes over `to`.
  case acquisition
  /// `from` orders from `to`; where the text makes no difference between them, `from` is named as the one who acts.
  case contract
  /// `from` lends or gives money that `to` raises; where nobody is named who gives it, `from` raises it and there is
  /// no `to`.
  case funding
  /// `from` and `to` work together; `from` is named first, or as the one who acts.
  case partnership
  /// `from` spends on plants, machines or development of its own; there is no `to`.
  case capitalExpenditure
}

/// How surely the text says that a relation holds; the raw values are those of the JSON object's `certainty`.
public enum Certainty: String, CaseIterable, Sendable {
  /// The article says so itself.
  case stated
  /// It is intended, negotiated or under consideration.
  case planned
  /// Others are said to have said so.
  case reported
  /// It is said not to be so, or to have come to nothing.
  case denied
}

/// A place in the text that tells of a deal.
package struct RelationMention: Equatable, Sendable {
  /// What kind of deal it is.
  package var type: RelationType
  /// The entity of the article that acts, an index as in `EntityMention.entity`.
  package var from: Int
  /// The entity that is acted on; `nil` where none is named.
  package var to: Int?
  /// The mention of the amount of money, an index into the article's mentions.
  package var amount: Int?
  /// How surely the text says so.
  package var certainty: Certainty
  /// The sentence.
  package var sentence: Int
  /// Where the word stands that names the deal, in the normalized text.
  package var range: ByteRange<NormalizedSpace>

  /// Creates a mention.
  package init(
    type: RelationType, from: Int, to: Int?, amount: Int? = nil, certainty: Certainty = .stated, sentence: Int,
    range: ByteRange<NormalizedSpace>
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.amount = amount
    self.certainty = certainty
    self.sentence = sentence
    self.range = range
  }
}
