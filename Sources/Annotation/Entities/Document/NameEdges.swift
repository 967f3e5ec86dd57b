import Morphology
import TextCore

/// Where names begin and end by the conventions of kiji.
enum NameEdges {
  /// A mention with 社 where that stands directly behind a company's name.
  static func adjusted(
    _ name: NameMention, _ table: borrowing MorphemeTable, _ lexemes: borrowing LexemeTable, _ text: Span<UInt8>
  ) -> NameMention {
    guard name.name == .company else { return name }
    let next = name.morphemes.upperBound
    let sentence = table.morphemes(ofSentence: name.sentence)
    guard next < sentence.upperBound, Int(table.starts[next]) == name.range.upperBound,
      lexemes.surface(of: table.lexemes[next]) == "社"
    else { return name }
    var longer = name
    longer.morphemes = name.morphemes.lowerBound..<next + 1
    longer.range = table.range(of: longer.morphemes)
    return longer
  }
}
