/// A dictionary as MeCab compiles it, opened for reading: `sys.dic`, `unk.dic` or a user dictionary.
///
/// The file is a header of 72 bytes, a double array over the surfaces, tokens of 16 bytes and feature strings that
/// end with NUL (`dictionary.cpp` of MeCab 0.996, version 102 of the format). All numbers are little-endian.
package struct CompiledDictionary: Sendable {
  /// What a compiled dictionary is for; the numbers are MeCab's.
  package enum Kind: UInt32, Sendable {
    /// A system dictionary.
    case system = 0
    /// A user dictionary.
    case user = 1
    /// The dictionary of unknown words, whose keys are character classes.
    case unknown = 2
  }

  /// One word of a dictionary, without its surface.
  package struct Token: Equatable, Sendable {
    /// The context id by which the word joins what stands left of it.
    package var leftID: UInt16
    /// The context id by which the word joins what stands right of it.
    package var rightID: UInt16
    /// The part of speech's number in `pos-id.def`; nothing but `%h` formats reads it.
    package var posID: UInt16
    /// The cost of the word.
    package var cost: Int16

    /// Creates a token.
    package init(leftID: UInt16, rightID: UInt16, posID: UInt16, cost: Int16) {
      self.leftID = leftID
      self.rightID = rightID
      self.posID = posID
      self.cost = cost
    }
  }

  /// What the file's first word is, exclusive-ored with the file's size.
  static let magic: UInt32 = 0xef71_8f77
  /// The version of the format.
  static let formatVersion: UInt32 = 102
  static let headerSize = 72
  static let tokenSize = 16

  /// The file's path.
  package let path: String
  /// The number of words.
  package let wordCount: Int
  /// The number of right context ids, which a word's left neighbour may have.
  package let leftSize: UInt32
  /// The number of left context ids, which a word's right neighbour may have.
  package let rightSize: UInt32
  /// The encoding as the dictionary names it.
  package let charset: String
  /// The number of tokens.
  package let tokenCount: Int
  private let file: MappedFile
  private let tokenStart: Int
  private let featureStart: Int

  /// Opens the file at `path` and checks its header.
  package init(path: String) throws(MorphologyError) {
    self.path = path
    let file = try MappedFile(path: path)
    self.file = file
    let header: [Int] = file.withBytes { bytes in
      guard bytes.count >= Self.headerSize else { return [] }
      return (0..<10).map { Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))) }
    }
    guard header.count == 10, UInt32(header[0]) ^ UInt32(truncatingIfNeeded: file.count) == Self.magic else {
      throw .cannotOpen(path: path, reason: "MeCab の辞書ではないか、壊れています")
    }
    guard UInt32(header[1]) == Self.formatVersion else {
      throw .cannotOpen(path: path, reason: "辞書の版 \(header[1]) は読めません（\(Self.formatVersion) が必要です）")
    }
    let (arraySize, tokenSize, featureSize) = (header[6], header[7], header[8])
    guard Self.headerSize + arraySize + tokenSize + featureSize == file.count, tokenSize % Self.tokenSize == 0 else {
      throw .cannotOpen(path: path, reason: "ファイルの大きさが辞書の見出しと合いません")
    }
    wordCount = header[3]
    leftSize = UInt32(header[4])
    rightSize = UInt32(header[5])
    tokenCount = tokenSize / Self.tokenSize
    tokenStart = Self.headerSize + arraySize
    featureStart = tokenStart + tokenSize
    charset = file.withBytes { String(decoding: $0[40..<72].prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// Whether the dictionary says it is in UTF-8, in one of the ways that MeCab takes (`decode_charset`).
  package var isUTF8: Bool { ["utf-8", "utf8", "utf_8"].contains(charset.lowercased()) }

  /// Lends tokens with their features, in the order of the file, as long as `body` answers `true`.
  ///
  /// - Parameter count: About how many tokens to lend, spread evenly over the file; all of them where it has fewer.
  func forEachToken(about count: Int = .max, _ body: (Token, Feature) -> Bool) {
    file.withBytes { bytes in
      for index in stride(from: 0, to: tokenCount, by: max(1, tokenCount / count)) {
        let place = tokenStart + index * Self.tokenSize
        func short(_ offset: Int) -> UInt16 {
          UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place + offset, as: UInt16.self))
        }
        let feature = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt32.self))
        let rest = UnsafeRawBufferPointer(rebasing: bytes[min(featureStart + Int(feature), bytes.count)...])
        let token = Token(leftID: short(0), rightID: short(2), posID: short(4), cost: Int16(bitPattern: short(6)))
        guard body(token, Feature(rest: rest)) else { return }
      }
    }
  }

  /// Lends the double array, the tokens and the features.
  func withParts<Result>(
    _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    file.withBytes { bytes in
      body(
        UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize..<tokenStart]),
        UnsafeRawBufferPointer(rebasing: bytes[tokenStart..<featureStart]),
        UnsafeRawBufferPointer(rebasing: bytes[featureStart...]))
    }
  }

  /// A feature of a mapped dictionary, read no further than asked.
  struct Feature {
    /// The bytes from the feature's first on, to the end of the file.
    fileprivate let rest: UnsafeRawBufferPointer

    /// Whether the feature begins with `prefix`.
    func starts(with prefix: [UInt8]) -> Bool { rest.starts(with: prefix) }

    /// The feature's bytes.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: rest.prefix { $0 != 0 }) }
  }

  /// A fingerprint of the whole content.
  func fullHash() -> ContentHash { file.withBytes { ContentHash($0) } }

  /// A fingerprint of the content, from 64 samples of it.
  ///
  /// A dictionary of 240 MB is not read whole to tell it from another: the header, the size and 64 blocks spread
  /// over the file are.
  func sampledHash() -> ContentHash {
    let (blocks, blockSize) = (64, 1024)
    return file.withBytes { bytes in
      guard bytes.count > blocks * blockSize else { return ContentHash(bytes) }
      var sample = [UInt8](bytes[..<Self.headerSize])
      sample.reserveCapacity(Self.headerSize + blocks * blockSize)
      let stride = (bytes.count - blockSize) / (blocks - 1)
      for block in 0..<blocks { sample += bytes[block * stride..<block * stride + blockSize] }
      return ContentHash(sample)
    }
  }

  /// Gives the memory back that holds what was read of the file; what is asked for later is read anew.
  func forgetPages() { file.forgetPages() }
}
