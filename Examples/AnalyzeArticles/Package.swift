// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "AnalyzeArticles",
  platforms: [.macOS(.v15)],
  dependencies: [
    // In a package of your own: the URL of kiji's repository. The name makes the path's last folder irrelevant.
    .package(name: "kiji", path: "../..")
  ],
  targets: [
    .executableTarget(name: "AnalyzeArticles", dependencies: [.product(name: "Kiji", package: "kiji")])
  ]
)
