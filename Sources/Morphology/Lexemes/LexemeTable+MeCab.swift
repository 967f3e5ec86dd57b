internal import TextCore

extension LexemeTable {
  /// The number of the known word `surface` whose feature lies at `feature`.
  @inline(__always)
  mutating func known(feature: UnsafePointer<CChar>, surface: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let key = UInt64(UInt(bitPattern: feature))
    if let found = find(key) { return found }
    return read(key: key, feature: feature, surface: vocabulary.intern(surface.span), isUnknown: false)
  }

  /// The number of the unknown word `surface` of the class whose feature lies at `feature`.
  mutating func unknown(feature: UnsafePointer<CChar>, surface: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let surface = vocabulary.intern(surface.span)
    // Features of unknown words lie within a few kilobytes, so the lower half of the address tells them apart; the
    // highest bit is in no address of a known word.
    let place = UInt64(UInt32(truncatingIfNeeded: UInt(bitPattern: feature)))
    let key = 1 << 63 | UInt64(surface) << 32 | place
    if let found = find(key) { return found }
    return read(key: key, feature: feature, surface: surface, isUnknown: true)
  }

  /// The bytes of the feature of `lexeme` as the dictionary has them; empty for a lexeme that was made by hand.
  package func feature(of lexeme: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    appendFeature(of: lexeme, to: &bytes)
    return bytes
  }

  /// Appends the bytes of the feature of `lexeme` as the dictionary has them.
  package func appendFeature(of lexeme: UInt32, to bytes: inout [UInt8]) {
    // SAFETY: features lie in dictionaries that MeCab maps as long as its model lives, which the table keeps alive.
    guard let feature = UnsafePointer<CChar>(bitPattern: features[Int(lexeme)]) else { return }
    unsafe bytes.append(contentsOf: feature.bytesToNUL)
  }

  /// Reads the feature of a word that is met for the first time.
  private mutating func read(key: UInt64, feature: UnsafePointer<CChar>, surface: UInt32, isUnknown: Bool) -> UInt32 {
    unsafe columns.read(UnsafeRawBufferPointer(feature.bytesToNUL))
    let entry = grammar.entry(of: columns)
    var part = entry.partOfSpeech
    if isUnknown && part.isContentNoun {
      part = PartOfSpeech(symbol: vocabulary.pool.span.extracting(vocabulary.range(of: surface))) ?? part
    }
    let base = string(in: layout.baseColumn) ?? surface
    let reading = string(in: layout.readingColumn) ?? surface
    let pronunciation = string(in: layout.pronunciationColumn) ?? surface
    return append(
      key: key, feature: UInt(bitPattern: feature), part, entry.form, isUnknown: isUnknown, surface: surface,
      base: base, reading: reading, pronunciation: pronunciation)
  }

  private mutating func string(in column: Int) -> UInt32? {
    let range = columns.range(column)
    guard !range.isEmpty else { return nil }
    // A span of `columns` would hold all of `self`; the array is not copied, only retained.
    let bytes = columns.bytes
    return vocabulary.intern(bytes.span.extracting(range))
  }
}

extension PartOfSpeech {
  /// The class of an unknown word that no letter and no digit is in; `nil` where one is.
  ///
  /// Dictionaries take runs of symbols that they lack for nouns: IPADIC's `unk.def` calls all of them サ変接続, and
  /// half-width brackets are among them.
  init?(symbol surface: Span<UInt8>) {
    var index = 0
    while index < surface.count {
      let scalar = UTF8Scan.scalar(at: index, in: surface)
      guard Script(scalar.value) == .other || Script(scalar.value) == .space else { return nil }
      index += scalar.length
    }
    switch surface.count == 1 ? surface[0] : 0 {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): self = .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): self = .closeBracket
    case UInt8(ascii: ","): self = .comma
    default: self = .symbol
    }
  }
}

extension UnsafePointer<CChar> {
  /// The bytes of a C string.
  var bytesToNUL: UnsafeBufferPointer<UInt8> {
    // SAFETY: whoever asks knows that the string ends with NUL, as MeCab's features and texts do.
    var count = 0
    while unsafe self[count] != 0 { count += 1 }
    return unsafe UnsafeRawBufferPointer(start: self, count: count).assumingMemoryBound(to: UInt8.self)
  }
}
