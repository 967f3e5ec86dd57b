import ReportPages

/// The addresses of what a report does not have.
enum SiteAddress {
  static let search = "search"
  static let searchResults = "search/results"
  static let compose = "compose"
  static let composeResult = "compose/result"
  static let description = "openapi.yaml"
  static let style = "serve.css"
  static let script = "serve.js"
}

/// What a path leads to.
enum Route: Equatable {
  case page(PageTarget)
  case asset(Int)
  case search, searchResults, compose, composeResult
  case program(Endpoint)

  /// The methods that it knows.
  var methods: [String] {
    switch self {
    case .page, .asset, .search, .searchResults: ["GET", "HEAD"]
    case .compose: ["GET", "HEAD", "POST"]
    case .composeResult: ["POST"]
    case .program(let endpoint): endpoint.takesText ? ["POST"] : ["GET", "HEAD"]
    }
  }

  /// The type of what it answers with; `nil` for assets, each of which has its own.
  var mediaType: String? {
    switch self {
    case .asset: nil
    case .program: "application/json"
    case .page, .search, .searchResults, .compose, .composeResult: "text/html"
    }
  }

  /// The route of a path.
  init?(_ path: String, _ report: ReportArchive, _ assets: SiteAssets) {
    let address = path.dropFirst()
    switch address {
    case "": self = .page(.overview)
    case SiteAddress.search[...]: self = .search
    case SiteAddress.searchResults[...]: self = .searchResults
    case SiteAddress.compose[...]: self = .compose
    case SiteAddress.composeResult[...]: self = .composeResult
    default:
      if address.hasPrefix("api/") {
        guard let endpoint = Endpoint(rawValue: String(address.dropFirst(4))) else { return nil }
        self = .program(endpoint)
      } else if let number = assets.number(of: String(address)) {
        self = .asset(number)
      } else {
        guard let target = report.target(at: String(address)) else { return nil }
        self = .page(target)
      }
    }
  }
}

/// What programs can ask for, by the name in the address.
enum Endpoint: String, CaseIterable {
  case search, kwic, suggestions, articles, article, related, analyze, tags

  /// Whether a text is sent with the question.
  var takesText: Bool { self == .analyze || self == .tags }
}
