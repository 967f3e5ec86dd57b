import ArchiveIndex
import Foundation
import Morphology

/// Which program this is: another build may analyze otherwise.
enum ProgramIdentity {
  /// A fingerprint of the program's file.
  ///
  /// The file is read only where the file system says that it is not the one that `index` knows.
  static func fingerprint(knownTo index: ArchiveIndex) throws -> String {
    guard let path = Bundle.main.executableURL?.path, let stamp = FileStamp(path: path) else { return Version.current }
    let facts = "\(stamp.size) \(stamp.contentChange) \(stamp.statusChange) \(stamp.identity.inode)"
    if try index.value(.program) == facts, let hash = try index.value(.programHash) { return hash }
    // Mapped, since Foundation copies it otherwise, which takes longer than the hash.
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    let hash = data.withUnsafeBytes { ContentHash($0).hexadecimal }
    try index.set([.program: facts, .programHash: hash])
    return hash
  }
}
