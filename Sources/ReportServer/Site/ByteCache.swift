import Foundation

/// Answers that were made before, up to so many bytes; those that were not asked for longest go first.
package final class ByteCache: @unchecked Sendable {
  // @unchecked: everything is guarded by `lock`.
  private struct Entry {
    let bytes: [UInt8]
    var lastUse: Int
  }

  private let lock = NSLock()
  private let limit: Int
  private var entries: [String: Entry] = [:]
  private var size = 0
  private var uses = 0

  /// A cache of at most so many bytes, keys included.
  package init(byteLimit limit: Int) { self.limit = limit }

  /// What was kept under a key.
  package func bytes(for key: String) -> [UInt8]? {
    lock.withLock {
      uses += 1
      entries[key]?.lastUse = uses
      return entries[key]?.bytes
    }
  }

  /// Keeps bytes under a key; those that would take an eighth of the room are not kept.
  /// - Complexity: O(*n*) in the entries where room must be made.
  package func keep(_ bytes: [UInt8], for key: String) {
    let own = bytes.count + key.utf8.count
    guard own <= limit / 8 else { return }
    lock.withLock {
      remove(key)
      while size + own > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key {
        remove(oldest)
      }
      uses += 1
      entries[key] = Entry(bytes: bytes, lastUse: uses)
      size += own
    }
  }

  /// Lets go of everything.
  package func removeAll() {
    lock.withLock {
      entries.removeAll()
      size = 0
    }
  }

  private func remove(_ key: String) {
    if let entry = entries.removeValue(forKey: key) { size -= entry.bytes.count + key.utf8.count }
  }
}
