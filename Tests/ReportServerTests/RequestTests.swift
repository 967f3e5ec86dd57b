import ReportPages
import ReportServer
import Testing

@Suite("What stands in a request")
struct RequestTests {
  @Test(
    "A server on loopback answers to its own names only",
    arguments: [
      ("localhost", true), ("LOCALHOST:8080", true), ("localhost.:1", true), ("127.0.0.1", true),
      ("127.9.9.9:80", true),
      ("[::1]", true), ("[::1]:8080", true), ("evil.example", false), ("localhost.evil.example", false),
      ("127.0.0.1.evil.example", false), ("10.0.0.1", false), ("[fe80::1]", false), ("localhost:port", false),
      ("localhost@evil", false), ("evil@localhost", false), ("", false), (":80", false), ("[localhost]", false),
      ("localhost:808080", false), ("127.1", false), ("2130706433", false), ("kiji.test", true),
    ])
  func loopback(host: String, isAnswered: Bool) {
    let rules = HostRules(listeningAt: "127.0.0.1", names: ["kiji.test"])
    if isAnswered {
      #expect(throws: Never.self) { try rules.check([host]) }
    } else {
      #expect(throws: Problem.self) { try rules.check([host]) }
    }
  }

  @Test("A server that others reach answers to numbers, which no one can rebind")
  func open() throws {
    let rules = HostRules(listeningAt: "0.0.0.0")
    for host in ["10.0.0.1:8080", "[2001:db8::1]", "localhost"] { try rules.check([host]) }
    #expect(throws: Problem.self) { try rules.check(["evil.example"]) }
  }

  @Test("Paths and fields are read once, and exactly")
  func targets() throws {
    let target = try RequestTarget("/a%20b/%E7%8C%AB?q=%E7%8C%AB+%2B&limit=5&empty=")
    #expect(target.path == "/a b/猫")
    #expect(target.fields.text("q") == "猫 +")
    #expect(try target.fields.integer("limit", in: 1...9, or: 2) == 5)
    #expect(try target.fields.integer("other", in: 1...9, or: 2) == 2)
    #expect(target.fields.text("empty") == "")
    #expect(try RequestTarget("/%2520").path == "/%20")
    #expect(PercentText.encoded("猫 &=%/") == "%E7%8C%AB%20%26%3D%25%2F")
  }

  @Test("Wishes of languages and types are weighed")
  func preferences() {
    #expect(Preferences(nil).language == .japanese)
    #expect(Preferences("en").language == .english)
    #expect(Preferences("en;q=0.4, ja-JP;q=0.6").language == .japanese)
    #expect(Preferences("de, *;q=0.1").language == .japanese)
    #expect(Preferences("en;q=x").language == .japanese)
    #expect(Preferences("text/*;q=0.5, */*;q=0").accepts("text/html"))
    #expect(!Preferences("text/*;q=0.5, */*;q=0").accepts("application/json"))
    #expect(!Preferences("application/json;q=0, */*").accepts("application/json"))
    #expect(Preferences(nil).accepts("application/json"))
  }

  @Test("The cache keeps what is asked for, within its room")
  func cache() {
    let cache = ByteCache(byteLimit: 800)
    for number in 0..<20 {
      cache.keep([UInt8](repeating: 1, count: 90), for: "k\(number)")
      _ = cache.bytes(for: "k0")
    }
    #expect(cache.bytes(for: "k0") != nil)
    #expect(cache.bytes(for: "k19") != nil)
    #expect(cache.bytes(for: "k5") == nil)
    cache.keep([UInt8](repeating: 1, count: 400), for: "large")
    #expect(cache.bytes(for: "large") == nil)
    cache.removeAll()
    #expect(cache.bytes(for: "k0") == nil)
  }

  @Test("Suggestions complete the last word: names that begin with it first, then by articles")
  func suggestions() {
    let topics = TopicSuggestions([
      (.entity, "NVIDIA", 9), (.tag, "NVIDIA", 5), (.tag, "OpenAI 速報", 3), (.term, "新NVIDIA", 20), (.term, "投資", 4),
    ])
    #expect(topics.completing("投資 ｎｖ", limit: 5).map(\.query) == ["投資 NVIDIA", "投資 新NVIDIA"])
    #expect(topics.completing("tag:", limit: 5).map(\.query) == ["tag:NVIDIA", "tag:\"OpenAI 速報\""])
    #expect(topics.completing("(投", limit: 5).map(\.query) == ["(投資"])
    #expect(topics.completing("投資 ", limit: 5).isEmpty)
    #expect(topics.most(.tag, limit: 1).map(\.query) == ["tag:NVIDIA"])
  }
}
