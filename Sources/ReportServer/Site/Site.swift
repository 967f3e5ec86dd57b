import Foundation
package import ArchiveIndex
package import Kiji
package import ReportPages
import TextCore

/// The pages and the interface of a server, without connections: a function from requests to answers.
package final class Site: Sendable {
  let settings: ServerSettings
  let kiji: Kiji
  let archive: LiveArchive
  let readers: IndexReaders
  let assets = SiteAssets()
  /// Pages and searches read the index, analyses do not: neither waits for the other.
  let reading: WorkPool
  let analyzing: WorkPool
  let cache = ByteCache(byteLimit: 32 << 20)
  private let hosts: HostRules
  private let tell: @Sendable (String) -> Void

  /// Opens an archive.
  /// - Parameters:
  ///   - index: The path of the index.
  ///   - name: What the archive is called at the top of each page.
  ///   - kiji: Analyzes what is pasted, with the dictionary of the archive.
  ///   - findings: What is known of the archive from elsewhere.
  ///   - tell: Told of what went wrong in the server.
  /// - Throws: `ArchiveIndexError`.
  package init(
    index: String, name: String, settings: ServerSettings, kiji: Kiji,
    findings: @escaping @Sendable (ArchiveIndex) throws -> ReportArchive.Findings = { _ in .init() },
    tell: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    (self.settings, self.kiji, self.tell) = (settings, kiji, tell)
    archive = try LiveArchive(path: index, name: name, findings: findings)
    readers = IndexReaders(path: index)
    hosts = HostRules(listeningAt: settings.host, names: settings.allowedHosts)
    reading = WorkPool(threads: settings.threads)
    analyzing = WorkPool(threads: settings.threads)
  }

  /// Answers a request. Nothing is thrown: what goes wrong is an answer too.
  package func answer(to request: SiteRequest) async -> Reply {
    let language = settings.language ?? Preferences(request.field("accept-language")).language
    do {
      var reply = try await answer(request, language)
      if settings.language == nil { reply.add("vary", "accept-language") }
      return reply.fitted(to: request)
    } catch {
      return reply(to: problem(error, request), request, language).fitted(to: request)
    }
  }

  /// Reads the archive anew where a batch has published another.
  func refresh() async {
    do {
      guard try await reading.run({ [archive] in try archive.refresh() }) else { return }
      readers.removeAll()
      cache.removeAll()
    } catch {
      tell("\(Self.words(of: error))")
    }
  }

  /// Ends the threads.
  package func stop() async {
    for pool in [reading, analyzing] {
      do { try await pool.stop() } catch { tell("\(error)") }
    }
  }

  private func answer(_ request: SiteRequest, _ language: PageLanguage) async throws -> Reply {
    try hosts.check(request.hosts)
    let target = try RequestTarget(request.target)
    let edition = archive.current
    guard let route = Route(target.path, edition.report, assets) else { throw Problem.notFound }
    guard route.methods.contains(request.method) else { throw Problem.method(route.methods) }
    if let length = request.contentLength, length > settings.limits.body {
      throw Problem.tooLarge(settings.limits.body)
    }
    if request.method == "POST" { try checkOrigin(request) }
    let visit = Visit(site: self, edition: edition, language: language, request: request, fields: target.fields)
    return try await visit.answer(route)
  }

  /// A browser tells which page sends something: those of other sites are refused.
  private func checkOrigin(_ request: SiteRequest) throws {
    guard let origin = request.field("origin") else { return }
    guard let start = origin.range(of: "://"), origin.hasPrefix("http") else { throw Problem.foreignOrigin }
    do { try hosts.check([String(origin[start.upperBound...])]) } catch { throw Problem.foreignOrigin }
  }

  // MARK: Problems

  private func problem(_ error: any Error, _ request: SiteRequest) -> Problem {
    if let problem = error as? Problem { return problem }
    tell("\(request.method) \(request.target.prefix(200)): \(Self.words(of: error))")
    if case .locked? = error as? ArchiveIndexError { return .busy }
    return .failed
  }

  private func reply(to problem: Problem, _ request: SiteRequest, _ language: PageLanguage) -> Reply {
    let isForProgram =
      RequestTarget.isOfPrograms(request.target) || !Preferences(request.field("accept")).accepts("text/html")
    var reply =
      isForProgram
      ? Reply(Problem.mediaType, problem.json(language), keeping: .never)
      : .html(
        ProblemPage(problem: problem, address: request.target).render(archive.current.context(language)),
        keeping: .never)
    reply.status = problem.status
    if !problem.allowed.isEmpty { reply.add("allow", problem.allowed.joined(separator: ", ")) }
    if problem.status == 503 { reply.add("retry-after", "2") }
    if problem.endsConnection { reply.add("connection", "close") }
    return reply
  }

  private static func words(of error: any Error) -> String {
    (error as? any DescribedError).map { "\($0.message) [\($0.code.name)]" } ?? "\(error)"
  }
}
