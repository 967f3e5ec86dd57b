import ArchiveAnalysis
import ArchiveIndex
import ArticleAnalysis
import Foundation
import Kiji
import ReportPages
import ReportServer

/// A site over an archive of three posts, in a folder of its own.
final class TestSite: Sendable {
  let site: Site
  private let folder: URL

  /// One for all tests, since dictionaries and analyzers take a moment.
  static let shared = Result { try TestSite() }

  /// Posts with names, tags and dates.
  private static let posts = [
    ("posts/gpu.md", "GPUの話", "2025-10-02", "半導体", "NVIDIAは新しいGPUを発表した。とても素晴らしい製品だ。"),
    ("posts/cloud.md", "クラウドの話", "2025-11-05", "クラウド", "NVIDIAのGPUをクラウドで使う。料金は高く、不満も多い。"),
    ("posts/hostile.md", "<script>alert(1)</script>", "2025-11-20", "安全", "<b>太字</b>のGPUと\"引用符\"の話だ。"),
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiji-serve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var configuration = KijiConfiguration(environment: ProcessInfo.processInfo.environment)
    configuration.options.parts = Set(AnalysisPart.allCases)
    let kiji = try Kiji(configuration: configuration)
    let path = folder.appendingPathComponent("index.sqlite").path
    let index = try ArchiveIndex(path: path, for: .writing)
    let writer = IndexWriter(index)
    for (path, title, day, tag, text) in Self.posts {
      let post = "---\ntitle: '\(title)'\ndate: \(day)\ntags: [\(tag)]\n---\n\n\(text)\n"
      let facts = FileFacts(size: post.utf8.count, contentChange: 0, statusChange: 0, inode: 0)
      let article = try kiji.archive(
        bytes: Array(post.utf8), path: path, detail: .standard, file: facts, fingerprint: "test")
      try writer.put(PreparedArticle(article), replacing: nil)
    }
    try writer.commit()
    try index.keepSimilarity()
    try index.keep(index.learnTags())
    try index.set([.state: "published"])
    try index.close()
    var settings = ServerSettings()
    settings.limits.body = 4_096
    site = try Site(index: path, name: "試し", settings: settings, kiji: kiji)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Asks as a browser on this machine does.
  static func ask(
    _ method: String, _ target: String, hosts: [String] = ["localhost:8080"], fields: [String: String] = [:],
    body: String = ""
  ) async throws -> Reply {
    let site = try shared.get().site
    let bytes = Array(body.utf8)
    return await site.answer(
      to: SiteRequest(
        method, target, hosts: hosts, fields: fields,
        readBody: { limit in
          guard bytes.count <= limit else { throw TooLarge() }
          return bytes
        }))
  }

  static func get(_ target: String, fields: [String: String] = [:]) async throws -> Reply {
    try await ask("GET", target, fields: fields)
  }

  private struct TooLarge: Error {}
}

extension Reply {
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The answer as an object.
  var object: [String: Any] {
    get throws { try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:] }
  }

  /// The code of a problem object.
  var code: String? {
    get throws { try object["code"] as? String }
  }
}
