/// An encoding that article files come in.
public enum SourceEncoding: Sendable, CaseIterable {
  /// UTF-8, with or without byte order mark.
  case utf8
  /// UTF-16, low byte first.
  case utf16LittleEndian
  /// UTF-16, high byte first.
  case utf16BigEndian
  /// Shift_JIS as Windows writes it: code page 932, with NEC's and IBM's characters.
  case shiftJIS
  /// EUC-JP with the same additional characters.
  case eucJP
  /// ISO-2022-JP: seven bits and escape sequences, as in mail.
  case iso2022JP

  /// The name that results show.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .shiftJIS: "Shift_JIS"
    case .eucJP: "EUC-JP"
    case .iso2022JP: "ISO-2022-JP"
    }
  }

  /// Finds the encoding that people call `name`, such as `sjis`, `CP932` or `euc_jp`; `nil` where none is.
  ///
  /// Letter case, hyphens and underscores do not matter.
  public init?(named name: String) {
    let letters = name.utf8.lazy
      .filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }
      .map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
    switch String(decoding: Array(letters), as: UTF8.self) {
    case "utf8", "utf8n", "utf8bom", "utf8sig": self = .utf8
    case "utf16", "utf16le", "unicode", "ucs2": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "shiftjis", "sjis", "xsjis", "cp932", "ms932", "windows932", "windows31j", "mskanji", "cswindows31j":
      self = .shiftJIS
    case "eucjp", "euc", "ujis", "xeucjp", "cp51932", "eucjpms": self = .eucJP
    case "iso2022jp", "jis", "cp50220", "cp50221": self = .iso2022JP
    default: return nil
    }
  }

  /// ICU's name of the converter; `nil` where kiji decodes by itself.
  ///
  /// `ibm-943_P15A-2003` is ICU's Windows-31J: ①, ㈱ and half-width kana survive, and 0x5C stays a backslash.
  var converterName: String? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .shiftJIS: "ibm-943_P15A-2003"
    case .eucJP: "euc-jp-2007"
    case .iso2022JP: "ISO-2022-JP"
    }
  }
}

/// The bytes at the start of a file that tell its encoding; they are no part of the text.
struct ByteOrderMark: Sendable {
  let bytes: [UInt8]
  let encoding: SourceEncoding

  static let utf8 = ByteOrderMark(bytes: [0xEF, 0xBB, 0xBF], encoding: .utf8)
  static let all = [
    utf8,
    ByteOrderMark(bytes: [0xFF, 0xFE], encoding: .utf16LittleEndian),
    ByteOrderMark(bytes: [0xFE, 0xFF], encoding: .utf16BigEndian),
  ]
}
