internal import Crypto

/// The fingerprint of an article's file.
package enum SourceFingerprint {
  /// The SHA-256 of `bytes`, in hexadecimal digits.
  package static func of(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
