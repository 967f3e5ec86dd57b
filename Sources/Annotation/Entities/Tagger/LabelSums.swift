/// Scratch in which the weights of features are summed, one lane for each label.
///
/// A model is larger than the fast memory of a processor, and most of a look into it is waiting. So features are looked
/// up in two passes of independent reads, which wait together, and are added in a third.
struct LabelSums: ~Copyable {
  private let lanes: UnsafeMutablePointer<Int16>
  /// Features that may have a row in their bucket: the feature in the upper 32 bits, where the bucket begins below.
  private let candidates: UnsafeMutablePointer<UInt64>
  /// The first two bytes of each candidate's bucket.
  private let heads: UnsafeMutablePointer<UInt16>
  /// Where the candidates of each group of features end.
  private var groups = ScratchColumn(repeating: 0, count: LexemeScores.Role.distances)

  /// The features that are looked up together.
  private static let batch = 128
  private static let lower: UInt32 = 1 << TaggerModel.lowerBits - 1

  init() {
    lanes = .allocate(capacity: TaggerModel.lanes)
    lanes.initialize(repeating: 0, count: TaggerModel.lanes)
    candidates = .allocate(capacity: Self.batch)
    candidates.initialize(repeating: 0, count: Self.batch)
    heads = .allocate(capacity: Self.batch)
    heads.initialize(repeating: 0, count: Self.batch)
  }

  deinit {
    lanes.deallocate()
    candidates.deallocate()
    heads.deallocate()
  }

  /// The sums of what features say.
  /// - Complexity: O(*k*) in features; each looks at one cell and, where that may hold it, at two or three rows.
  mutating func sum(of features: borrowing ScratchColumn<UInt32>, in model: borrowing TaggerModel) -> LabelScores {
    for lane in 0..<TaggerModel.lanes { lanes[lane] = 0 }
    // SAFETY: `TaggerModel.init` walked all rows of each bucket: they end where it ends, and name lanes that there are.
    model.cells.withUnsafeBufferPointer { cells in
      model.rows.withUnsafeBufferPointer { rows in
        features.withUnsafeBufferPointer { features in
          for start in stride(from: 0, to: features.count, by: Self.batch) {
            let end = min(start + Self.batch, features.count)
            add(UnsafeBufferPointer(rebasing: features[start..<end]), cells, rows)
          }
        }
      }
    }
    return LabelScores(UnsafePointer(lanes))
  }

  /// What several groups of features say for a closer look, each ending where `ends` says: those of one lexeme at its
  /// distances, which are looked up together.
  mutating func gates(
    of features: borrowing ScratchColumn<UInt32>, ends: [Int], in model: borrowing TaggerModel,
    into gates: inout ScratchColumn<Int16>,
    at place: Int
  ) {
    var start = 0
    guard features.count <= Self.batch else {
      // A word of very many classes.
      for (number, end) in ends.enumerated() {
        var group = ScratchColumn<UInt32>(repeating: 0, count: 0)
        for index in start..<end { group.append(features[index]) }
        gates[place + number] = sum(of: group, in: model).gate
        start = end
      }
      return
    }
    // SAFETY: as in `sum(of:in:)`.
    model.cells.withUnsafeBufferPointer { cells in
      model.rows.withUnsafeBufferPointer { rows in
        features.withUnsafeBufferPointer { features in
          var count = 0
          for (number, end) in ends.enumerated() {
            count = gather(UnsafeBufferPointer(rebasing: features[start..<end]), from: count, cells)
            start = end
            groups[number] = count
          }
          readHeads(count, rows)
          var first = 0
          for number in ends.indices {
            lanes[TaggerModel.gate] = 0
            addRows(first..<groups[number], cells, rows)
            gates[place + number] = lanes[TaggerModel.gate]
            first = groups[number]
          }
        }
      }
    }
  }

  private func add(
    _ features: UnsafeBufferPointer<UInt32>, _ cells: UnsafeBufferPointer<UInt64>,
    _ rows: UnsafeBufferPointer<UInt8>
  ) {
    let count = gather(features, from: 0, cells)
    readHeads(count, rows)
    addRows(0..<count, cells, rows)
  }

  /// Keeps the features that may have a row, behind `first` of them; returns how many there are then.
  @inline(__always)
  private func gather(
    _ features: UnsafeBufferPointer<UInt32>, from first: Int, _ cells: UnsafeBufferPointer<UInt64>
  ) -> Int {
    var count = first
    for feature in features {
      let cell = cells[Int(feature >> TaggerModel.lowerBits)]
      candidates[count] = UInt64(feature) << 32 | cell & 0xffff_ffff
      count &+= Int(truncatingIfNeeded: cell >> (32 + TaggerModel.maskBit(feature)) & 1)
    }
    return count
  }

  @inline(__always)
  private func readHeads(_ count: Int, _ rows: UnsafeBufferPointer<UInt8>) {
    for index in 0..<count {
      let start = Int(candidates[index] & 0xffff_ffff)
      heads[index] = UInt16(rows[start]) | UInt16(rows[start &+ 1]) << 8
    }
  }

  @inline(__always)
  private func addRows(
    _ range: Range<Int>, _ cells: UnsafeBufferPointer<UInt64>, _ rows: UnsafeBufferPointer<UInt8>
  ) {
    for index in range {
      let feature = UInt32(truncatingIfNeeded: candidates[index] >> 32)
      addRow(
        of: feature, from: Int(candidates[index] & 0xffff_ffff), heads[index], cells, rows)
    }
  }

  /// Adds the row of a feature, if its bucket holds it.
  @inline(__always)
  private func addRow(
    of feature: UInt32, from start: Int, _ head: UInt16, _ cells: UnsafeBufferPointer<UInt64>,
    _ rows: UnsafeBufferPointer<UInt8>
  ) {
    let wanted = UInt16(truncatingIfNeeded: feature & Self.lower)
    var place = start
    var found = head
    var end = -1
    while true {
      let count = Int(rows[place &+ 2])
      place &+= 3
      if found == wanted {
        count == TaggerModel.dense ? addAll(rows, place) : addSome(rows, place, count)
        return
      }
      place &+= count == TaggerModel.dense ? TaggerModel.lanes : 2 &* count
      if end < 0 {
        let next = Int(feature >> TaggerModel.lowerBits) &+ 1
        end = next < cells.count ? Int(cells[next] & 0xffff_ffff) : rows.count
      }
      guard place < end else { return }
      found = UInt16(rows[place]) | UInt16(rows[place &+ 1]) << 8
    }
  }

  @inline(__always)
  private func addSome(_ rows: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) {
    var place = start
    for _ in 0..<count {
      lanes[Int(rows[place])] &+= Int16(Int8(bitPattern: rows[place &+ 1]))
      place &+= 2
    }
  }

  @inline(__always)
  private func addAll(_ rows: UnsafeBufferPointer<UInt8>, _ start: Int) {
    let weights = UnsafeRawBufferPointer(rows)
    let sums = UnsafeMutableRawPointer(lanes)
    for lane in stride(from: 0, to: TaggerModel.lanes, by: 16) {
      let more = weights.loadUnaligned(fromByteOffset: start + lane, as: SIMD16<Int8>.self)
      let sum = sums.loadUnaligned(fromByteOffset: 2 * lane, as: SIMD16<Int16>.self)
      sums.storeBytes(
        of: sum &+ SIMD16<Int16>(truncatingIfNeeded: more), toByteOffset: 2 * lane, as: SIMD16<Int16>.self)
    }
  }
}
