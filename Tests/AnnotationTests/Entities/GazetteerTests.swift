import Annotation
import LexicalResources
import Testing

@Suite("The gazetteers")
struct GazetteerTests {
  private static let types: Set<Substring> = [
    "person", "company", "government", "organization", "location", "facility", "product", "event", "law",
  ]

  @Test("Every row has a name, a known type, aliases and facts", arguments: LexicalResource.gazetteers)
  func rows(table: LexicalResource) {
    let rows = table.rows
    #expect(!rows.isEmpty)
    for row in rows {
      guard row.count == 4 else {
        Issue.record("\(row.count) columns: \(row)")
        continue
      }
      let names = [row[0]] + (row[2].isEmpty ? [] : row[2].split(separator: "|", omittingEmptySubsequences: false))
      let areNamed = names.allSatisfy { !$0.isEmpty && $0 != "?" }
      #expect(areNamed, "\(row)")
      #expect(Self.types.contains(row[1]), "\(row)")
    }
  }

  @Test("There are as many names as promised")
  func size() {
    let rows = LexicalResource.gazetteers.reduce(0) { $0 + $1.rows.count }
    let names = Gazetteer().count
    #expect(rows >= 8_000)
    #expect(names >= rows)
  }

  @Test("A gazetteer of odd tables holds what can be read of them")
  func oddTables() {
    let table = "# 注\n\n名だけ\n青葉\tnonsense\t\t\n青葉電算\tcompany\t青葉|?\t\n?\tcompany\t\t\n\tcompany\t\t\n青葉川\tlocation"
    let gazetteer = Gazetteer(tables: [(bytes: Array(table.utf8), holdsWorks: false)])
    #expect(gazetteer.count == 3)
    #expect(Gazetteer(tables: []).count == 0)
  }

  @Test("Word classes have two columns, and no more than 64 classes")
  func classes() {
    let rows = LexicalResource.entityClasses.rows
    let areComplete = rows.allSatisfy { $0.count == 2 && !$0[0].isEmpty && !$0[1].isEmpty }
    #expect(areComplete)
    #expect(Set(rows.map { $0[1] }).count <= 64)
  }
}
