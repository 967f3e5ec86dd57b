/// Compiles words into the bytes of a dictionary that MeCab opens.
///
/// `mecab_dict_index` of libmecab does the same job, and kiji does not call it: it prints its progress with `printf`,
/// so that nothing can silence it without taking other threads' output away; it ends the whole process on any
/// error (`CHECK_DIE`); and it wants definition files that are not installed everywhere, in EUC-JP. The bytes made
/// here are the bytes it makes; a test compares them.
package struct DictionaryCompiler {
  /// A word to compile.
  package struct Word: Sendable {
    /// The bytes that are looked up; not empty, without NUL.
    package var surface: [UInt8]
    /// Its ids and cost.
    package var token: CompiledDictionary.Token
    /// Its feature, without NUL.
    package var feature: [UInt8]

    /// Creates a word.
    package init(surface: [UInt8], token: CompiledDictionary.Token, feature: [UInt8]) {
      self.surface = surface
      self.token = token
      self.feature = feature
    }
  }

  private let kind: CompiledDictionary.Kind
  private let leftSize: UInt32
  private let rightSize: UInt32
  private let charset: String

  /// Creates a compiler of dictionaries that go with a connection matrix of the given size.
  package init(
    kind: CompiledDictionary.Kind, leftSize: UInt32, rightSize: UInt32, charset: String = "UTF-8"
  ) {
    self.kind = kind
    self.leftSize = leftSize
    self.rightSize = rightSize
    self.charset = charset
  }

  /// The most words of one surface: their number is stored in a byte.
  static let mostPerSurface = 255

  /// The dictionary's bytes.
  ///
  /// Words of one surface keep their order; beyond 255 of them they are left out, as are words without a surface.
  /// - Complexity: O(*n* log *n*) for *n* words.
  package func bytes(of words: [Word]) -> [UInt8] {
    let order = words.indices.filter { !words[$0].surface.isEmpty }.sorted { left, right in
      let (a, b) = (words[left].surface, words[right].surface)
      return a == b ? left < right : a.lexicographicallyPrecedes(b)
    }
    var keys: [[UInt8]] = []
    var values: [UInt32] = []
    var tokens: [UInt8] = []
    // The features keep the order in which the words were given; the tokens are sorted.
    var features: [UInt8] = []
    var featureOffsets = [UInt32](repeating: 0, count: words.count)
    for index in words.indices where !words[index].surface.isEmpty {
      featureOffsets[index] = UInt32(features.count)
      features += words[index].feature
      features.append(0)
    }
    var tokenCount: UInt32 = 0
    for index in order {
      if keys.last == words[index].surface {
        guard values[values.count - 1] & 0xFF < UInt32(Self.mostPerSurface) else { continue }
        values[values.count - 1] += 1
      } else {
        keys.append(words[index].surface)
        values.append(tokenCount << 8 | 1)
      }
      append(words[index].token, featureOffsets[index], to: &tokens)
      tokenCount += 1
    }
    let array = DoubleArray(keys: keys, values: values).units
    return file(wordCount: UInt32(order.count), array: array, tokens: tokens, features: features)
  }

  private func append(_ token: CompiledDictionary.Token, _ feature: UInt32, to bytes: inout [UInt8]) {
    let shorts = [token.leftID, token.rightID, token.posID, UInt16(bitPattern: token.cost)]
    for short in shorts { Self.append(UInt32(short), count: 2, to: &bytes) }
    Self.append(feature, count: 4, to: &bytes)
    Self.append(0, count: 4, to: &bytes)
  }

  /// The bytes of a dictionary of these parts.
  func file(wordCount: UInt32, array: [UInt32], tokens: [UInt8], features: [UInt8]) -> [UInt8] {
    let count = CompiledDictionary.headerSize + array.count * 4 + tokens.count + features.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    let header: [UInt32] = [
      CompiledDictionary.magic ^ UInt32(truncatingIfNeeded: count), CompiledDictionary.formatVersion, kind.rawValue,
      wordCount, leftSize, rightSize, UInt32(array.count * 4), UInt32(tokens.count), UInt32(features.count), 0,
    ]
    for number in header { Self.append(number, count: 4, to: &bytes) }
    let name = Array(charset.utf8.prefix(31))
    bytes += name + [UInt8](repeating: 0, count: 32 - name.count)
    array.withUnsafeBytes { units in
      #if _endian(little)
        bytes.append(contentsOf: units)
      #else
        for unit in array { Self.append(unit, count: 4, to: &bytes) }
      #endif
    }
    return bytes + tokens + features
  }

  /// Appends the lowest `count` bytes of `number`, the lowest first.
  @inline(__always)
  private static func append(_ number: UInt32, count: Int, to bytes: inout [UInt8]) {
    for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift * 8))) }
  }
}
