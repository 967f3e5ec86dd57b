extension CompiledDictionary {
  /// The parts of a dictionary's file, copied.
  struct Parts {
    /// Bases and checks of the double array, in turns.
    var units: [UInt32]
    /// The tokens, 16 bytes each.
    var tokens: [UInt8]
    /// The feature strings, each with its NUL.
    var features: [UInt8]
  }

  /// Copies the parts.
  func parts() -> Parts {
    withParts { array, tokens, features in
      let units = (0..<array.count / 4).map {
        UInt32(littleEndian: array.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
      return Parts(units: units, tokens: Array(tokens), features: Array(features))
    }
  }

  /// The surfaces of the words and the values they have in the double array, in the order of their bytes.
  /// - Complexity: O(*n*) in the bytes of the surfaces, with a factor of 257.
  static func words(in units: [UInt32]) -> [(surface: [UInt8], value: UInt32)] {
    var words: [(surface: [UInt8], value: UInt32)] = []
    guard let root = units.first else { return words }
    var stack: [(state: Int, surface: [UInt8])] = [(Int(root), [])]
    while let (state, surface) = stack.popLast() {
      func holds(_ unit: Int) -> Bool {
        2 * unit + 1 < units.count && units[2 * unit + 1] == UInt32(truncatingIfNeeded: state) && state != 0
      }
      if holds(state) { words.append((surface, ~units[2 * state])) }
      for byte in (0...255).reversed() where holds(state + byte + 1) {
        stack.append((Int(units[2 * (state + byte + 1)]), surface + [UInt8(byte)]))
      }
    }
    return words
  }
}
