internal import CICUCharset
internal import TextCore

/// Turns the bytes of an article file into text.
///
/// UTF-8 is taken as it is after one fast check. Other encodings are found by byte order mark, by escape sequences, or
/// by how Japanese the bytes read, and converted by ICU. Whatever cannot be read becomes U+FFFD and a diagnostic.
public struct SourceDecoder: Sendable {
  /// What a caller may choose.
  public struct Options: Sendable {
    /// The largest file in bytes that is read; at most `SourceDecoder.Options.largestByteLimit` has an effect.
    public var byteLimit: Int
    /// The encoding to read the file in; `nil` finds it.
    public var encoding: SourceEncoding?

    /// The limit where none is given: 64 MiB.
    public static let defaultByteLimit = 64 << 20
    /// The largest limit: decoding may triple the bytes, and offsets have 32 bits.
    public static let largestByteLimit = 1 << 30

    /// Creates options.
    public init(byteLimit: Int = Options.defaultByteLimit, encoding: SourceEncoding? = nil) {
      self.byteLimit = byteLimit
      self.encoding = encoding
    }
  }

  /// The choices of the caller.
  public let options: Options

  /// Creates a decoder; it has no state and may be shared.
  public init(options: Options = Options()) { self.options = options }

  /// Decodes a file.
  ///
  /// - Throws: `SourceError.tooLarge` for a file above the limit.
  /// - Complexity: O(*n*) in bytes.
  public func decode(_ file: [UInt8]) throws(SourceError) -> DecodedSource {
    let limit = min(options.byteLimit, Options.largestByteLimit)
    guard file.count <= limit else { throw .tooLarge(found: file.count, limit: limit) }
    let mark = ByteOrderMark.all.first { file.starts(with: $0.bytes) && accepts($0) }
    if let mark { return try decode(file, mark.encoding, skipping: mark.bytes.count) }
    if let encoding = options.encoding { return try decode(file, encoding, skipping: 0) }

    let (survey, encoding) = file.withUnsafeBufferPointer { bytes in
      let survey = UTF8Validity.survey(bytes)
      return (survey, EncodingDetection.encoding(of: bytes, survey: survey))
    }
    guard encoding == .utf8 else { return try decode(file, encoding, skipping: 0) }
    let text = UTF8Repair.repaired(file, from: survey.firstProblem)
    return DecodedSource(
      bytes: text.bytes, encoding: .utf8, byteCount: file.count, diagnostics: text.diagnostics)
  }

  /// Whether a byte order mark counts: always, unless another encoding is demanded. UTF-16 by name is either order.
  private func accepts(_ mark: ByteOrderMark) -> Bool {
    guard let encoding = options.encoding else { return true }
    return mark.encoding == encoding || mark.encoding != .utf8 && encoding.isUTF16
  }

  private func decode(
    _ file: [UInt8], _ encoding: SourceEncoding, skipping start: Int
  ) throws(SourceError) -> DecodedSource {
    let text: RepairedText
    if let converter = encoding.converterName {
      text = UTF8Repair.converted(try converted(file, from: converter), encoding: encoding)
    } else if encoding.isUTF16 {
      text = UTF16Reading.text(of: file[start...], encoding: encoding)
    } else {
      text = UTF8Repair.repaired(start == 0 ? file : Array(file[start...]))
    }
    return DecodedSource(
      bytes: text.bytes, encoding: encoding, byteCount: file.count, diagnostics: text.diagnostics)
  }

  /// Converts a whole file to UTF-8 by ICU.
  private func converted(_ file: [UInt8], from converter: String) throws(SourceError) -> [UInt8] {
    // One byte of these encodings becomes at most one character of the basic plane: three bytes.
    let capacity = file.count * 3 + 64
    var isConverted = true
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      let written = kiji_charset_to_utf8(converter, file, file.count, output.baseAddress, capacity)
      isConverted = written >= 0
      count = max(0, Int(written))
    }
    guard isConverted else { throw .conversionFailed(name: converter) }
    return bytes
  }
}

extension SourceEncoding {
  /// Whether it is UTF-16 in either byte order.
  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
