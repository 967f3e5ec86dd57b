// swift-tools-version: 6.2
import PackageDescription

/// The settings of the command. SwiftNIO's C modules include headers of the system, and the compiler takes structs such
/// as `stat` for theirs then: which import makes their members visible depends on the system.
let command: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// The settings that every other Swift target of this package shares.
let strict = command + [.enableUpcomingFeature("MemberImportVisibility")]

/// A Swift module of this package, with the shared settings.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

/// The tests of one module, in a folder of the module's name.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "kiji",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Kiji", targets: ["Kiji"]),
    .executable(name: "kiji", targets: ["KijiCommand"]),
    .executable(name: "kiji-train", targets: ["KijiTraining"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Doors to C libraries: a module map or a thin shim, nothing else.
    .systemLibrary(name: "CMeCab", providers: [.apt(["libmecab-dev"]), .brew(["mecab"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .systemLibrary(name: "CProcessor"),
    .target(name: "CICUNormalization", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "CICUCharset", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CDictionaries"),

    // kiji's own modules; arrows point up only.
    module("TextCore"),
    module(
      "ArticleSource",
      ["TextCore", "CMD4C", "CGumbo", "CICUCharset", "Yams", "TOMLKit"]),
    module("Normalization", ["TextCore", "CICUNormalization"]),
    module("Sentences", ["TextCore"]),
    module("Morphology", ["TextCore", "CMeCab"]),
    module("LexicalResources", ["TextCore", "CDictionaries"]),
    module("Annotation", ["TextCore", "Morphology", "LexicalResources", "CProcessor"]),
    module(
      "ArticleAnalysis",
      [
        "TextCore", "ArticleSource", "Normalization", "Sentences", "Morphology", "Annotation", "LexicalResources",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "ArchiveAnalysis",
      ["TextCore", "ArticleSource", "Morphology", "Annotation", "LexicalResources", "ArticleAnalysis"]),
    module(
      "ArchiveIndex",
      [
        "TextCore", "ArticleSource", "Annotation", "ArticleAnalysis", "ArchiveAnalysis",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module("Reporting", ["TextCore", "ArticleSource", "ArticleAnalysis", "ArchiveAnalysis"]),
    module(
      "ReportPages", ["TextCore", "Annotation", "ArticleSource", "ArticleAnalysis", "ArchiveAnalysis", "ArchiveIndex"],
      resources: [
        .embedInCode("Assets/style.css"), .embedInCode("Assets/script.js"), .embedInCode("Assets/icon.svg"),
      ]),
    module(
      "Kiji",
      [
        "TextCore", "ArticleSource", "Normalization", "Sentences", "Morphology", "LexicalResources", "Annotation",
        "ArticleAnalysis", "ArchiveAnalysis", "ArchiveIndex", "Reporting", "Yams",
      ]),
    module(
      "ReportServer",
      [
        "TextCore", "ArticleSource", "Morphology", "Annotation", "ArticleAnalysis", "ArchiveAnalysis", "ArchiveIndex",
        "Reporting", "ReportPages", "Kiji",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [
        .embedInCode("Assets/serve.css"), .embedInCode("Assets/serve.js"), .embedInCode("Assets/openapi.yaml"),
      ]),
    .executableTarget(
      name: "KijiCommand",
      dependencies: [
        "TextCore", "ArticleSource", "Normalization", "Sentences", "Morphology", "LexicalResources",
        "Annotation", "ArticleAnalysis", "ArchiveAnalysis", "ArchiveIndex", "Reporting", "ReportPages", "ReportServer",
        "Kiji", argumentParser,
      ],
      swiftSettings: command),
    .executableTarget(
      name: "KijiTraining",
      dependencies: [
        "TextCore", "ArticleSource", "Normalization", "Sentences", "Morphology", "LexicalResources",
        "Annotation", "ArticleAnalysis", "ArchiveAnalysis", "Kiji", argumentParser,
      ],
      swiftSettings: strict),

    // Tests. They see `package` declarations, so they run against the release build as well.
    .target(name: "TestSupport", dependencies: ["TextCore"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("TextCore"),
    tests("ArticleSource", ["TextCore"]),
    tests("Normalization", ["TextCore"]),
    tests("Sentences", ["TextCore"]),
    tests("Morphology", ["TextCore"]),
    tests("Annotation", ["TextCore", "Morphology", "LexicalResources"]),
    tests("ArticleAnalysis", ["TextCore", "ArticleSource", "Normalization", "Sentences", "Morphology", "Annotation"]),
    tests("ArchiveAnalysis", ["TextCore", "ArticleSource", "Annotation", "ArticleAnalysis", "Morphology"]),
    tests(
      "ArchiveIndex",
      [
        "TextCore", "ArticleSource", "Annotation", "ArticleAnalysis", "ArchiveAnalysis", "Kiji",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("Reporting", ["TextCore", "ArticleSource", "ArticleAnalysis"]),
    tests("ReportPages", ["TextCore", "Annotation", "ArchiveIndex"]),
    tests("ReportServer", ["TextCore", "ArchiveIndex", "ArticleAnalysis", "ReportPages", "Kiji"]),
    tests("Kiji", ["TextCore", "ArticleSource", "ArticleAnalysis", "Reporting"], exclude: ["Goldens", "Probes"]),
    .testTarget(
      name: "KijiCommandTests", dependencies: ["KijiCommand", "ArchiveIndex", "TestSupport"], swiftSettings: command),
  ],
  cxxLanguageStandard: .cxx17
)
