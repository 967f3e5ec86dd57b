import ReportPages

/// The files that are the same for every archive.
struct SiteAssets: Sendable {
  private let replies: [Reply]
  private let numbers: [String: Int]

  init() {
    let own: [(name: String, mediaType: String, bytes: [UInt8])] =
      ReportAssets.all.map { ($0.name, $0.mediaType, $0.bytes) } + [
        (SiteAddress.style, "text/css; charset=utf-8", PackageResources.serve_css),
        (SiteAddress.script, "text/javascript; charset=utf-8", PackageResources.serve_js),
        (SiteAddress.description, "application/yaml", PackageResources.openapi_yaml),
      ]
    replies = own.map { Reply($0.mediaType, $0.bytes) }
    numbers = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1.name, $0) })
  }

  func number(of address: String) -> Int? { numbers[address] }

  func reply(_ number: Int) -> Reply { replies[number] }
}
