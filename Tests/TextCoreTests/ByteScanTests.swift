import Testing
import TextCore

@Suite("Looking for bytes")
struct ByteScanTests {
  @Test("The first place is found wherever it lies, and the end where there is none")
  func places() {
    for count in 0..<20 {
      for place in 0..<count {
        var bytes = [UInt8](repeating: 0x3B, count: count)
        bytes[place] = 0x3A
        // One less than the byte wanted, and one with the high bit set, are not it.
        if place > 0 { bytes[place - 1] = 0xBA }
        #expect(ByteScan.firstOffset(of: 0x3A, in: bytes.span, from: 0, to: count) == place)
        #expect(ByteScan.firstOffset(of: 0x3A, in: bytes.span, from: place + 1, to: count) == count)
        #expect(ByteScan.firstOffset(of: 0x3A, in: bytes.span, from: 0, to: place) == place)
      }
    }
  }
}
