/// The shingles of a text: hashes of so many words that stand one behind the other.
package enum Shingles {
  /// The words of a shingle.
  package static let width = 4

  /// The distinct hashes of the shingles of words that spaces part, ascending; FNV-1a, then mixed.
  /// - Complexity: O(*n* log *n*).
  package static func of(_ words: UnsafeRawBufferPointer) -> [UInt64] {
    var hashes: [UInt64] = []
    var window: [UInt64] = []
    var word: UInt64 = basis
    var isOpen = false
    for place in 0...words.count {
      let byte = place < words.count ? words[place] : 0x20
      if byte != 0x20 {
        word = (word ^ UInt64(byte)) &* prime
        isOpen = true
      } else if isOpen {
        window.append(word)
        if window.count > width { window.removeFirst() }
        if window.count == width {
          var hash: UInt64 = basis
          for part in window { hash = mixed(hash ^ part) }
          hashes.append(hash)
        }
        word = basis
        isOpen = false
      }
    }
    hashes.sort()
    var last: UInt64?
    return hashes.filter { hash in
      defer { last = hash }
      return hash != last
    }
  }

  /// The share of the shingles of both that are in each: the Jaccard index of two ascending lists.
  package static func jaccard(_ left: [UInt64], _ right: [UInt64]) -> Double {
    var (first, second, both) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        both += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    let all = left.count + right.count - both
    return all == 0 ? 0 : Double(both) / Double(all)
  }

  /// A hash of a text, always the same for the same bytes: FNV-1a, then mixed.
  package static func hash(of text: String) -> UInt64 {
    mixed(text.utf8.reduce(basis) { ($0 ^ UInt64($1)) &* prime })
  }

  static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x100_0000_01b3

  /// The finalizer of MurmurHash3 (Appleby).
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}

/// A sketch of a set of shingles: two sketches agree in as many places as the sets have of their union in common.
///
/// MinHash by one permutation: Broder, "On the resemblance and containment of documents", 1997; Li, Owen and Zhang,
/// "One Permutation Hashing", NIPS 2012; empty bins borrow from the next as of Shrivastava and Li, "Densifying One
/// Permutation Hashing via Rotation for Fast Near Neighbor Search", ICML 2014.
package struct MinHash: Equatable, Sendable {
  /// The bins of a sketch.
  package static let bins = 128
  /// The bins of a band. Two texts are compared where they agree in a whole band: with 32 bands of 4, with a
  /// probability of 1 - (1 - J⁴)³², that is 0.98 for J = 0.6 and 0.9999 for J = 0.75.
  package static let bandWidth = 4

  /// The least hash of each bin.
  package let values: [UInt64]

  /// The sketch of a set; `nil` where it is empty.
  /// - Complexity: O(*n*).
  package init?(_ shingles: [UInt64]) {
    guard !shingles.isEmpty else { return nil }
    var least = [UInt64](repeating: .max, count: Self.bins)
    for shingle in shingles {
      let bin = Int(shingle >> 57)
      least[bin] = min(least[bin], shingle)
    }
    var values = least
    for bin in 0..<Self.bins where least[bin] == .max {
      var distance = 1
      while least[(bin + distance) % Self.bins] == .max { distance += 1 }
      values[bin] = Shingles.mixed(least[(bin + distance) % Self.bins] &+ UInt64(distance))
    }
    self.values = values
  }

  /// One number for each band.
  package var bands: [UInt64] {
    stride(from: 0, to: Self.bins, by: Self.bandWidth).map { start in
      values[start..<start + Self.bandWidth].reduce(UInt64(start)) { Shingles.mixed($0 ^ $1) }
    }
  }
}
