import ArchiveIndex
import Foundation
import Morphology

/// Which program this is: another build may analyze otherwise.
struct ProgramIdentity: Sendable {
  /// The program's file.
  private static let path = Bundle.main.executableURL?.path ?? ""

  /// What the file system says of the program's file; `nil` where it cannot be found.
  private let facts: String?
  /// The hash of a file of which the file system said the same.
  private let known: String?

  /// Looks the program up among what `index` knows.
  init(knownTo index: ArchiveIndex) throws {
    facts = FileStamp(path: Self.path).map {
      "\($0.size) \($0.contentChange) \($0.statusChange) \($0.identity.inode)"
    }
    known = try facts != nil && index.value(.program) == facts ? index.value(.programHash) : nil
  }

  /// A fingerprint of the program's file, which is read only where the file system says that it is another one than
  /// the index knows.
  /// - Parameter reading: Reads the file, where that was begun before.
  func fingerprint(_ reading: BackgroundWork<String>?) throws -> String {
    guard facts != nil else { return Version.current }
    return try known ?? reading?.value() ?? Self.read()
  }

  /// The hash of the program's file.
  static func read() throws -> String {
    // Mapped, since Foundation copies it otherwise, which takes longer than the hash.
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    return data.withUnsafeBytes { ContentHash($0).hexadecimal }
  }

  /// Has `index` know the fingerprint.
  func keep(_ fingerprint: String, in index: ArchiveIndex) throws {
    guard let facts, known == nil else { return }
    try index.set([.program: facts, .programHash: fingerprint])
  }
}
