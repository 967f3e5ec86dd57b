import ReportPages

/// One request with all that it needs to be answered.
struct Visit: Sendable {
  let site: Site
  let edition: LiveArchive.Edition
  let language: PageLanguage
  let request: SiteRequest
  let fields: FormFields

  var context: PageContext { edition.context(language) }

  /// Answers by a route.
  func answer(_ route: Route) async throws -> Reply {
    if let mediaType = route.mediaType { try accept(mediaType) }
    switch route {
    case .asset(let number): return site.assets.reply(number)
    case .program(let endpoint): return try await answer(endpoint)
    case .page(let target): return try await page(target)
    case .search: return try await search(isWhole: true)
    case .searchResults: return try await search(isWhole: false)
    case .compose: return request.method == "POST" ? try await composed(isWhole: true) : emptyComposition()
    case .composeResult: return try await composed(isWhole: false)
    }
  }

  /// Bytes that are made on a thread of the index, or were made before.
  /// - Parameter key: What they are, in the edition and language of this visit.
  func kept(_ key: String, _ make: @escaping @Sendable () throws -> [UInt8]) async throws -> [UInt8] {
    let key = "\(edition.number) \(language.rawValue) \(key)"
    if let bytes = site.cache.bytes(for: key) { return bytes }
    return try await site.reading.run { [cache = site.cache] in
      // While this waited, another request for the same may have been answered.
      if let bytes = cache.bytes(for: key) { return bytes }
      let bytes = try make()
      cache.keep(bytes, for: key)
      return bytes
    }
  }

  private func accept(_ mediaType: String) throws {
    guard Preferences(request.field("accept")).accepts(mediaType) else { throw Problem.notAcceptable }
  }

  private func page(_ target: PageTarget) async throws -> Reply {
    let bytes = try await kept("page \(PageAddress.path(of: target))") {
      guard let page = try edition.report.page(of: target) else { throw Problem.notFound }
      return page.render(context)
    }
    return .html(bytes)
  }
}
