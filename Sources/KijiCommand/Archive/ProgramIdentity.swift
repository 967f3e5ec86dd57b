import ArchiveIndex
import Foundation
import Morphology

/// Which program this is: another build may analyze otherwise.
struct ProgramIdentity: Sendable {
  /// A fingerprint of the program's file.
  let hash: String
  /// What the file system said of the file before it was read; `nil` where it cannot be found.
  private let facts: String?

  /// The program's file.
  private static let path = Bundle.main.executableURL?.path ?? ""

  private static var facts: String? {
    FileStamp(path: path).map { "\($0.size) \($0.contentChange) \($0.statusChange) \($0.identity.inode)" }
  }

  /// Reads the program's file.
  init() throws {
    facts = Self.facts
    guard facts != nil else {
      hash = Version.current
      return
    }
    // Mapped, since Foundation copies it otherwise, which takes longer than the hash.
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.path), options: .alwaysMapped)
    hash = data.withUnsafeBytes { ContentHash(large: $0).hexadecimal }
  }

  /// What `index` knows of a file of which the file system says the same; `nil` where that is nothing.
  init?(knownTo index: ArchiveIndex) throws {
    facts = Self.facts
    guard facts != nil, try index.value(.program) == facts, let known = try index.value(.programHash) else {
      return nil
    }
    hash = known
  }

  /// Has `index` know the program.
  func keep(in index: ArchiveIndex) throws {
    if let facts { try index.set([.program: facts, .programHash: hash]) }
  }
}
