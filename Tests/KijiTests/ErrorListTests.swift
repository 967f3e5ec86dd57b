import Foundation
import TestSupport
import Testing

@Suite("Documentation of errors")
struct ErrorListTests {
  @Test("Documentation/Errors.md lists every code of the sources, and no other")
  func codes() throws {
    var inSources: Set<String> = []
    let sources = Repository.root + "/Sources"
    for path in FileManager.default.enumerator(atPath: sources)?.compactMap({ $0 as? String }) ?? []
    where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + path, encoding: .utf8)
      for match in text.matches(of: /DiagnosticCode\(\s*"([a-z.-]+)"\)/) { inSources.insert(String(match.1)) }
    }
    let table = try String(contentsOfFile: Repository.root + "/Documentation/Errors.md", encoding: .utf8)
    let listed = table.matches(of: /(?m)^\| `([a-z.-]+)` \|/).map { String($0.1) }
    #expect(inSources.count > 20)
    #expect(listed == listed.sorted() && Set(listed).count == listed.count)
    #expect(Set(listed) == inSources, "\(Set(listed).symmetricDifference(inSources).sorted())")
  }
}
