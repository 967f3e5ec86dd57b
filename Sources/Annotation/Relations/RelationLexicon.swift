internal import LexicalResources
internal import TextCore

/// The words that name deals, and those that tell how surely and between whom: `dictionaries/relations.tsv`.
package final class RelationLexicon: Sendable {
  /// How the parties of a deal stand around the word that names it.
  enum Pattern: String, Sendable {
    /// The subject gives to に: 出資.
    case giver
    /// The subject takes を: 買収.
    case buyer
    /// The subject takes を or に: TOB.
    case tender
    /// The subject takes shares of の: 株式を取得.
    case stake
    /// The subject makes を its own, or の has the subject: 子会社, 傘下.
    case holding
    /// The subject gives を to に: 売却.
    case seller
    /// The subject and と: 提携, 契約.
    case partner
    /// The subject gets money from から: 調達.
    case raiser
    /// The same of a word that is also said of things, so that money must be its object.
    case rawRaiser
    /// The subject orders from に: 発注.
    case orderer
    /// The subject is given an order by から: 受注.
    case contractor
    /// The subject spends money on に: 投じる.
    case spender
    /// The subject spends money, on nothing but its own: 設備投資.
    case plant
  }

  /// A word that names a deal.
  struct Trigger: Sendable {
    let type: RelationType
    let pattern: Pattern
  }

  let triggers: [Trigger]
  /// All words of the table.
  private let words: Vocabulary
  /// What each word does, and which trigger it is; -1 for none.
  private let entries: [(roles: WordRoles, trigger: Int)]
  /// What words begin with, on scalar boundaries and short of the whole word, and whether any of those names a deal.
  private let beginnings: Vocabulary
  private let beginsTrigger: [Bool]

  /// The table that the package carries.
  package convenience init() { self.init(rows: LexicalResource.relations.rows) }

  /// A table from rows of use, words with spaces between them, and pattern; rows of another form are passed over.
  package init(rows: [[Substring]]) {
    var triggers: [Trigger] = []
    var words = Vocabulary()
    var entries: [(roles: WordRoles, trigger: Int)] = []
    var beginnings = Vocabulary()
    var beginsTrigger: [Bool] = []
    for row in rows where row.count >= 2 {
      let role = WordRoles(name: row[0]) ?? []
      var trigger = -1
      if row.count == 3, let type = RelationType(rawValue: String(row[0])),
        let pattern = Pattern(rawValue: String(row[2]))
      {
        trigger = triggers.count
        triggers.append(Trigger(type: type, pattern: pattern))
      }
      guard trigger >= 0 || !role.isEmpty else { continue }
      for word in row[1].split(separator: " ") {
        let id = Int(words.intern(String(word)))
        if id == entries.count { entries.append(([], -1)) }
        entries[id].roles.insert(role)
        if trigger >= 0 { entries[id].trigger = trigger }
        for end in word.indices.dropFirst() {
          let beginning = Int(beginnings.intern(String(word[..<end])))
          if beginning == beginsTrigger.count { beginsTrigger.append(false) }
          if trigger >= 0 { beginsTrigger[beginning] = true }
        }
      }
    }
    self.triggers = triggers
    self.words = words
    self.entries = entries
    self.beginnings = beginnings
    self.beginsTrigger = beginsTrigger
  }

  /// Whether a row of the table says something that is understood.
  package static func reads(_ row: [Substring]) -> Bool {
    row.count == 2 && WordRoles(name: row[0]) != nil
      || row.count == 3 && RelationType(rawValue: String(row[0])) != nil && Pattern(rawValue: String(row[2])) != nil
  }

  /// What a word does; nothing where the table lacks it.
  func roles(of word: Span<UInt8>) -> WordRoles { words.id(of: word).map { entries[Int($0)].roles } ?? [] }

  /// The trigger that a word is; -1 for none.
  func trigger(of word: Span<UInt8>) -> Int { words.id(of: word).map { entries[Int($0)].trigger } ?? -1 }

  /// What a word does and the trigger that it is, -1 for none; `nil` where the table lacks it.
  func entry(of word: Span<UInt8>) -> (roles: WordRoles, trigger: Int)? { words.id(of: word).map { entries[Int($0)] } }

  /// Whether a longer word begins with a word, and whether one that names a deal does; `nil` for neither.
  func beginning(_ word: Span<UInt8>) -> Bool? { beginnings.id(of: word).map { beginsTrigger[Int($0)] } }
}
