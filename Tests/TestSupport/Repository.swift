import Foundation

/// Where the tests find the repository's own files.
public enum Repository {
  /// The folder of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The paths of the sample articles within the checkout, sorted.
  public static var samples: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root + "/samples").filter { !$0.hasPrefix(".") }.sorted()
        .map { "samples/" + $0 }
    }
  }

  /// The bytes of a file within the checkout.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
  }
}
