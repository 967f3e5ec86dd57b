/// Who makes a deal with whom.
struct DealParties {
  var type: RelationType
  /// Parties, as places in the reader's list.
  var from: Range<Int>
  var to: Range<Int>?
  /// Whether the deal says too little without an amount.
  var needsAmount = false
  /// The mentions of the amounts: none, one, or one for each of `from`.
  var money: [Int] = []
  /// Whether the first of `from` makes it with the others.
  var isMutual = false
}
