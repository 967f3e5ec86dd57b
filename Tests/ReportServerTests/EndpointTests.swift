import Foundation
import ReportServer
import Testing

@Suite("The interface for programs")
struct EndpointTests {
  private static let json = ["content-type": "application/json"]

  @Test("A search tells the articles as kiji search does, and its places")
  func search() async throws {
    let found = try await TestSite.get("/api/search?q=GPU&limit=2").object
    #expect(found["schema"] as? String == "kiji.search/1")
    #expect(found["total"] as? Int == 3)
    #expect((found["articles"] as? [[String: Any]])?.count == 2)
    let places = try await TestSite.get("/api/kwic?q=GPU&width=5").object
    let lines = try #require(places["lines"] as? [[String: Any]])
    #expect(lines.allSatisfy { $0["match"] as? String == "GPU" })
    #expect(lines.count == 3)
  }

  @Test("Names complete what is typed, fields too")
  func suggestions() async throws {
    let tags = try await TestSite.get("/api/suggestions?q=GPU%20tag:%E5%8D%8A").object
    let first = try #require((tags["suggestions"] as? [[String: Any]])?.first)
    #expect(first["query"] as? String == "GPU tag:半導体")
    #expect(first["kind"] as? String == "tag")
  }

  @Test("An article is told by its path only, with tags and categories where the contract has them")
  func article() async throws {
    let object = try await TestSite.get("/api/article?path=posts/gpu.md").object
    #expect(object["schema"] as? String == "kiji.article/1")
    #expect(object["tags"] is [Any])
    #expect(object["diagnostics"] is [Any])
    for path in ["gpu.md", "/etc/passwd", "../posts/gpu.md", "posts/gpu.md%00"] {
      #expect(try await TestSite.get("/api/article?path=\(path)").status == 404)
    }
    let related = try await TestSite.get("/api/related?path=posts/gpu.md&limit=1").object
    let other = try #require((related["articles"] as? [[String: Any]])?.first)
    #expect(other["path"] as? String == "posts/cloud.md")
    let list = try await TestSite.get("/api/articles?offset=1&limit=1").object
    #expect(list["total"] as? Int == 3)
    #expect((list["articles"] as? [[String: Any]])?.first?["path"] as? String == "posts/cloud.md")
  }

  @Test("A text that is sent is analyzed, whole or in part")
  func analyze() async throws {
    let body = #"{"text": "とても良い記事です。", "format": "plain", "only": ["sentiment", "readability"]}"#
    let reply = try await TestSite.ask("POST", "/api/analyze", fields: Self.json, body: body)
    #expect(reply.status == 200)
    #expect(reply.field("cache-control") == "no-store")
    let object = try reply.object
    #expect(Set(object.keys) == ["schema", "offsetUnit", "sentiment", "readability"])
    #expect((object["sentiment"] as? [String: Any])?["polarity"] as? String == "positive")
    let tags = try await TestSite.ask(
      "POST", "/api/tags", fields: Self.json, body: #"{"text": "NVIDIAのGPU。", "limit": 1}"#)
    #expect((try tags.object["tags"] as? [Any])?.count ?? 0 <= 1)
  }

  @Test(
    "A body that is no such object is refused",
    arguments: [
      "", "{", "[]", "null", "{}", #"{"text": 1}"#, #"{"text": "a", "format": "pdf"}"#,
      #"{"text": "a", "only": ["x"]}"#,
      #"{"text": "\ud800"}"#, "\u{FEFF}", #"{"text": "a", "title": []}"#,
    ])
  func brokenBodies(body: String) async throws {
    let reply = try await TestSite.ask("POST", "/api/analyze", fields: Self.json, body: body)
    #expect(reply.status == 400)
    #expect(try reply.code == "serve.body")
  }

  @Test("Types, sizes and origins are looked at before anything is read")
  func guards() async throws {
    func status(_ fields: [String: String]) async throws -> Int {
      try await TestSite.ask("POST", "/api/analyze", fields: fields, body: #"{"text": ""}"#).status
    }
    #expect(try await status(["content-type": "text/plain"]) == 415)
    #expect(try await status([:]) == 415)
    #expect(try await status(["content-type": "application/json", "content-length": "4097"]) == 413)
    #expect(try await status(["content-type": "application/json", "origin": "https://evil.example"]) == 403)
    #expect(try await status(["content-type": "application/json", "origin": "null"]) == 403)
    #expect(
      try await status(["content-type": "application/json; charset=utf-8", "origin": "http://127.0.0.1:1"]) == 200)
    #expect(try await TestSite.get("/api/search?q=GPU", fields: ["accept": "text/csv"]).status == 406)
    #expect(try await TestSite.get("/", fields: ["accept": "application/json"]).status == 406)
  }

  @Test("Parameters are exact, and queries say what is wrong with them")
  func parameters() async throws {
    for target in [
      "/api/search", "/api/search?q=", "/api/search?q=a&limit=0", "/api/search?q=a&limit=201",
      "/api/search?q=a&limit=x",
      "/api/search?q=a&limit=-1", "/api/search?q=a&limit=1&limit=2", "/api/kwic?q=a&width=0", "/api/articles?offset=x",
    ] {
      let reply = try await TestSite.get(target)
      #expect(reply.status == 400)
      #expect(try reply.code == "serve.parameter")
    }
    #expect(try await TestSite.get("/api/search?q=(").code == "search.query")
    #expect(try await TestSite.get("/api/search?q=%E3%81%AF").code == "search.no-words")
    #expect(try await TestSite.get("/api/search?q=%00GPU").status == 200)
  }
}
