import LexicalResources

/// The words that make values of numbers, and those that are times by themselves. Shared and immutable.
package final class ValueLexicon: Sendable {
  /// What stands behind a number.
  struct Unit: Sendable {
    enum Kind: String {
      case money, percent, counter, duration, measure
    }

    let kind: Kind
    /// The unit as values name it; for money the code of ISO 4217.
    let name: String
    /// The power of ten that the number is multiplied by: -2 for 銭.
    let exponent: Int
    /// Whether the spelling is Latin letters, which end where letters end.
    let isLatin: Bool
  }

  /// A word for a time.
  struct TimeWord: Sendable {
    enum Kind: String {
      case year, month, week, day, fiscal, season, next, every, weekday, era, calendar, age, feast, third, clock, noon
      case contextYear = "context-year"
      case contextMonth = "context-month"
      case contextDay = "context-day"
      case contextFiscal = "context-fiscal"
      case halfPercent = "half-percent"
      case halfYear = "half-year"
      case halfMonth = "half-month"
      case halfDay = "half-day"
      case halfCentury = "half-century"
    }

    let kind: Kind
    /// What the kind says it is: how many years later, the first hour of the afternoon.
    let number: Int
    /// The years of an age.
    let text: String
  }

  let units: [Unit]
  let unitPhrases: PhraseTrie
  let timeWords: [TimeWord]
  let timePhrases: PhraseTrie

  /// Reads the tables that the package carries; lines of another form are left out.
  package init() {
    var units: [Unit] = []
    var unitPhrases = PhraseTrie()
    for row in LexicalResource.units.rows where row.count == 4 {
      guard let kind = Unit.Kind(rawValue: String(row[0])), let exponent = Int(row[2]) else { continue }
      for spelling in row[3].split(separator: " ") {
        let isLatin = spelling.utf8.last.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
        unitPhrases.insert(spelling.utf8, units.count)
        units.append(Unit(kind: kind, name: String(row[1]), exponent: exponent, isLatin: isLatin))
      }
    }
    var timeWords: [TimeWord] = []
    var timePhrases = PhraseTrie()
    for row in LexicalResource.timeWords.rows where row.count == 3 {
      guard let kind = TimeWord.Kind(rawValue: String(row[0])) else { continue }
      for spelling in row[2].split(separator: " ") {
        timePhrases.insert(spelling.utf8, timeWords.count)
        timeWords.append(TimeWord(kind: kind, number: Int(row[1]) ?? 0, text: String(row[1])))
      }
    }
    self.units = units
    self.unitPhrases = unitPhrases
    self.timeWords = timeWords
    self.timePhrases = timePhrases
  }
}
