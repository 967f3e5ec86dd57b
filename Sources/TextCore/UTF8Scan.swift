/// Reads Unicode scalars from bytes that are known to be valid UTF-8.
///
/// On bytes that are not valid the functions return some scalar and never read outside the span.
public enum UTF8Scan {
  /// The scalar that starts at `offset`, and its length in bytes, 1 to 4.
  @inlinable @inline(__always)
  public static func scalar(at offset: Int, in text: Span<UInt8>) -> (value: UInt32, length: Int) {
    let lead = text[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = min(self.length(ofLead: lead), text.count - offset)
    switch length {
    case 2: return (UInt32(lead & 0x1F) << 6 | continuation(text[offset + 1]), 2)
    case 3:
      return (UInt32(lead & 0x0F) << 12 | continuation(text[offset + 1]) << 6 | continuation(text[offset + 2]), 3)
    case 4:
      return (
        UInt32(lead & 0x07) << 18 | continuation(text[offset + 1]) << 12 | continuation(text[offset + 2]) << 6
          | continuation(text[offset + 3]), 4
      )
    default: return (0xFFFD, 1)
    }
  }

  /// The scalar that ends before `offset`, and its length in bytes; `nil` at the start.
  @inlinable
  public static func scalar(before offset: Int, in text: Span<UInt8>) -> (value: UInt32, length: Int)? {
    guard offset > 0 else { return nil }
    let start = boundary(atOrBefore: offset - 1, in: text)
    return (scalar(at: start, in: text).value, offset - start)
  }

  /// The length of a scalar by its first byte; 1 for a byte that cannot be first.
  @inlinable @inline(__always)
  public static func length(ofLead lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The nearest offset at or before `offset` where a scalar starts.
  @inlinable
  public static func boundary(atOrBefore offset: Int, in text: Span<UInt8>) -> Int {
    guard offset < text.count else { return text.count }
    var place = offset
    while place > 0 && text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// The bits that a continuation byte carries.
  @inlinable @inline(__always)
  static func continuation(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }
}

extension Span<UInt8> {
  /// The bytes of `range` as a `String`.
  public func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
