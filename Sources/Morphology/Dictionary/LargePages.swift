#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Copies of tables in which every look goes to another place, in pages as large as the system gives.
///
/// 20 MB of small pages are more than a processor remembers the places of; where each look has to find its page first, a
/// sentence takes up to a tenth longer. Copying takes 8 ms, which pays from a few megabytes of text on.
final class LargePages: @unchecked Sendable {
  /// What large pages are aligned to.
  private static let alignment = 2 << 20
  private static let lineSize = 64

  private let mapping: UnsafeMutableRawPointer
  private let mappedCount: Int
  private var next: UnsafeMutableRawPointer

  /// Room for copies of `tables`; `nil` where the system gives none.
  init?(for tables: [UnsafeRawBufferPointer]) {
    mappedCount = tables.reduce(Self.alignment) { $0 + $1.count + Self.lineSize }
    let flags = MAP_PRIVATE | MAP_ANON
    guard let mapping = mmap(nil, mappedCount, PROT_READ | PROT_WRITE, flags, -1, 0), mapping != MAP_FAILED else {
      return nil
    }
    self.mapping = mapping
    next = mapping.alignedUp(toMultipleOf: Self.alignment)
    #if !canImport(Darwin)
      // Advice: without large pages the copies are as good as what they are of.
      madvise(next, mappedCount - (next - mapping), MADV_HUGEPAGE)
    #endif
  }

  deinit { munmap(mapping, mappedCount) }

  /// Copies a table, which lives as long as the object; to be called once for each that there is room for, before the
  /// object is shared.
  func copy(_ table: UnsafeRawBufferPointer) -> UnsafeRawPointer {
    // SAFETY: `init` made room for each table and the way to the next line.
    let place = next
    if let source = table.baseAddress { place.copyMemory(from: source, byteCount: table.count) }
    next = (place + table.count).alignedUp(toMultipleOf: Self.lineSize)
    return UnsafeRawPointer(place)
  }
}
