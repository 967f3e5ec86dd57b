/// A file that stands beside the pages.
package struct ReportAsset: Sendable {
  /// Its address from the root of the report.
  package let name: String
  /// The type that HTTP gives it.
  package let mediaType: String
  /// What is in it.
  package let bytes: [UInt8]
}

/// The files that all pages need.
package enum ReportAssets {
  /// The style of all pages, light and dark.
  package static var style: ReportAsset {
    ReportAsset(name: "style.css", mediaType: "text/css; charset=utf-8", bytes: PackageResources.style_css)
  }
  /// Filters of lists and order of tables; pages can be read without it.
  package static var script: ReportAsset {
    ReportAsset(name: "script.js", mediaType: "text/javascript; charset=utf-8", bytes: PackageResources.script_js)
  }
  /// The sign in the browser's tab.
  package static var icon: ReportAsset {
    ReportAsset(name: "icon.svg", mediaType: "image/svg+xml", bytes: PackageResources.icon_svg)
  }
  /// All of them.
  package static var all: [ReportAsset] { [style, script, icon] }
}
