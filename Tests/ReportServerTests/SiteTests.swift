import Foundation
import ReportPages
import ReportServer
import Testing

@Suite("Pages and addresses of a server")
struct SiteTests {
  @Test(
    "Each of the main pages is there, in HTML, with what keeps a browser safe",
    arguments: [
      "/", "/index.html", "/articles/index.html", "/tags/index.html", "/months/2025-11.html", "/search", "/compose",
    ])
  func pages(target: String) async throws {
    let reply = try await TestSite.get(target, fields: ["accept": "text/html"])
    #expect(reply.status == 200)
    #expect(reply.mediaType == "text/html; charset=utf-8")
    #expect(reply.text.hasPrefix("<!DOCTYPE html>"))
    #expect(reply.field("x-content-type-options") == "nosniff")
    #expect(reply.field("referrer-policy") == "same-origin")
    #expect(reply.field("content-security-policy")?.contains("script-src 'self'") == true)
    #expect(reply.field("access-control-allow-origin") == nil)
    #expect(!reply.text.contains("<script>alert"))
  }

  @Test("The pages speak the language that the browser wishes, and say that they depend on it")
  func languages() async throws {
    let japanese = try await TestSite.get("/search", fields: ["accept-language": "fr, ja;q=0.5"])
    let english = try await TestSite.get("/search", fields: ["accept-language": "en-GB,en;q=0.9,ja;q=0.5"])
    #expect(japanese.text.contains("<html lang=\"ja\">"))
    #expect(english.text.contains("<html lang=\"en\">"))
    #expect(english.field("vary") == "accept-language")
  }

  @Test("HEAD tells the length and sends nothing; a page that the client has is not sent again")
  func conditions() async throws {
    let whole = try await TestSite.get("/index.html")
    let head = try await TestSite.ask("HEAD", "/index.html")
    #expect(head.bytes.isEmpty)
    #expect(head.length == whole.bytes.count)
    let tag = try #require(whole.field("etag"))
    let known = try await TestSite.get("/index.html", fields: ["if-none-match": "\"other\", W/\(tag)"])
    #expect(known.status == 304)
    #expect(known.bytes.isEmpty)
  }

  @Test(
    "No path leads out of the archive",
    arguments: [
      "/../../etc/passwd", "/articles/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd",
      "//etc/passwd", "/etc/passwd", "/index.sqlite", "/articles/", "/api/", "/api/unknown", "/style.css/",
      "/posts/gpu.md", "/articles/%E3%81%82.html", "/Articles/index.html",
    ])
  func strangePaths(target: String) async throws {
    let reply = try await TestSite.get(target)
    #expect(reply.status == 404)
    #expect(!reply.text.contains("root:"))
  }

  @Test(
    "A target that is none is refused",
    arguments: ["", "index.html", "*", "/%", "/%4", "/%zz", "/%00", "/%ff", "/a\\b", "/%0a", "/a#b", "/search?q=%"])
  func broken(target: String) async throws {
    let reply = try await TestSite.get(target)
    #expect(reply.status == 400)
  }

  @Test("Other methods are refused with those that there are")
  func methods() async throws {
    for (method, target, allowed) in [
      ("POST", "/", "GET, HEAD"), ("PUT", "/compose", "GET, HEAD, POST"), ("GET", "/api/analyze", "POST"),
      ("DELETE", "/api/search", "GET, HEAD"), ("TRACE", "/style.css", "GET, HEAD"), ("GET", "/compose/result", "POST"),
    ] {
      let reply = try await TestSite.ask(method, target)
      #expect(reply.status == 405)
      #expect(reply.field("allow") == allowed)
    }
  }

  @Test("A foreign host is told so, in the head as in the target, with a problem object for programs")
  func hosts() async throws {
    for hosts in [["evil.example"], ["evil.example:8080"], ["localhost", "evil.example"], ["192.168.0.1"]] {
      let reply = try await TestSite.ask("GET", "/api/search?q=GPU", hosts: hosts)
      #expect(reply.status == 421)
      #expect(reply.mediaType == "application/problem+json")
      #expect(try reply.code == "serve.foreign-host")
    }
    #expect(try await TestSite.ask("GET", "/", hosts: []).status == 400)
    #expect(try await TestSite.ask("GET", "/", hosts: ["localhost", "127.0.0.1"]).status == 400)
  }

  @Test("Readers see what is wrong on a page whose links lead home")
  func problemPage() async throws {
    let reply = try await TestSite.get("/a/b/c", fields: ["accept": "text/html,*/*;q=0.8", "accept-language": "ja"])
    #expect(reply.status == 404)
    #expect(reply.text.contains("href=\"../../index.html\""))
    #expect(reply.text.contains("serve.not-found"))
    #expect(reply.field("cache-control") == "no-store")
  }
}
