/// What the Japanese rewrites do with a character of a text in NFKC.
///
/// The sets are those of neologdn 0.5.6, `HIPHENS`, `CHOONPUS`, `TILDES` and its quotation marks.
enum RewriteKind: Equatable {
  /// Becomes `-`.
  case hyphen
  /// Becomes `ー`.
  case longVowel
  /// Goes by `TildeHandling`.
  case tilde
  /// Becomes this ASCII quotation mark.
  case quote(UInt8)
  /// Stays.
  case none

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x02D7, 0x058A, 0x2010...0x2013, 0x2043, 0x207B, 0x208B, 0x2212: self = .hyphen
    case 0x2014, 0x2015, 0x2500, 0x2501, 0x30FC: self = .longVowel
    case 0x7E, 0x223C, 0x223E, 0x301C, 0x3030: self = .tilde
    case 0x2018: self = .quote(0x60)
    case 0x2019: self = .quote(0x27)
    case 0x201C, 0x201D: self = .quote(0x22)
    default: self = .none
    }
  }
}
