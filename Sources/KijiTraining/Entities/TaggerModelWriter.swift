import Annotation

/// Writes a trained tagger in the form that `TaggerModel` reads.
struct TaggerModelWriter {
  /// The parts of a unit of weight: a weight of 1 is 32 units, so a row's weights lie between -4 and 4.
  static let unit: Float = 32

  /// A feature and its weights in units.
  private struct Row {
    let feature: UInt32
    let weights: [(label: UInt8, weight: Int8)]
    let largest: Int

    /// Whether all lanes take no more room than labels with their weights.
    private var isDense: Bool { 2 * weights.count > TaggerModel.lanes }

    /// The bytes that it takes.
    var size: Int { 3 + (isDense ? TaggerModel.lanes : 2 * weights.count) }

    func append(to bytes: inout [UInt8]) {
      TaggerModelWriter.append(UInt64(feature & (1 << TaggerModel.lowerBits - 1)), 2, to: &bytes)
      bytes.append(UInt8(isDense ? TaggerModel.dense : weights.count))
      guard isDense else {
        for (label, weight) in weights { bytes += [label, UInt8(bitPattern: weight)] }
        return
      }
      var lanes = [UInt8](repeating: 0, count: TaggerModel.lanes)
      for (label, weight) in weights { lanes[Int(label)] = UInt8(bitPattern: weight) }
      bytes += lanes
    }
  }

  /// The model's bytes, at most `limit`: where there are more rows than fit, those with the smallest weights go.
  /// - Parameters:
  ///   - least: The least weight, in units, that is kept.
  ///   - tilt: What is taken from the weight of being outside that every morpheme has, in units.
  ///   - gate: For each feature what it says for a closer look.
  static func write(
    _ field: ConditionalRandomField, gate: [UInt32: Float] = [:], limit: Int, least: Int, tilt: Int
  ) -> [UInt8] {
    var rows: [Row] = []
    for (feature, weight) in gate where field.rows[feature] == nil {
      let units = Self.units(weight)
      if units != 0 { rows.append(Row(feature: feature, weights: [(UInt8(TaggerModel.gate), units)], largest: .max)) }
    }
    for (feature, row) in field.rows {
      var weights: [(UInt8, Int8)] = []
      var largest = 0
      for (label, weight) in field.averageWeights(ofRow: row).enumerated() {
        var units = Int(max(-127, min(127, (weight * unit).rounded())))
        if feature == TaggerModel.biasFeature, label == NameLabel.outside { units = max(-127, units - tilt) }
        guard abs(units) >= least else { continue }
        weights.append((UInt8(label), Int8(units)))
        largest = max(largest, abs(units))
      }
      let units = Self.units(gate[feature] ?? 0)
      if units != 0 {
        weights.append((UInt8(TaggerModel.gate), units))
        largest = .max
      }
      if !weights.isEmpty { rows.append(Row(feature: feature, weights: weights, largest: largest)) }
    }
    rows.sort { ($1.largest, $0.feature) < ($0.largest, $1.feature) }
    var room = limit - TaggerModel.headerSize - 2 * NameLabel.count * NameLabel.count - 2 * TaggerModel.buckets
    let kept = rows.prefix { row in
      room -= row.size
      return room >= 0
    }
    return assemble(kept.sorted { $0.feature < $1.feature }, field.averageTransitions)
  }

  private static func units(_ weight: Float) -> Int8 { Int8(max(-127, min(127, (weight * unit).rounded()))) }

  private static func assemble(_ rows: [Row], _ transitions: [Float]) -> [UInt8] {
    var body: [UInt8] = []
    for transition in transitions {
      append(UInt64(UInt16(bitPattern: Int16(max(-30_000, min(30_000, (transition * unit).rounded()))))), 2, to: &body)
    }
    var bytes: [UInt8] = []
    var sizes = [Int](repeating: 0, count: TaggerModel.buckets)
    for row in rows {
      row.append(to: &bytes)
      sizes[Int(row.feature >> TaggerModel.lowerBits)] += row.size
    }
    for size in sizes { append(UInt64(size), 2, to: &body) }
    body += bytes
    var model = TaggerModel.magic
    append(UInt64(TaggerModel.version), 4, to: &model)
    append(UInt64(NameLabel.count), 4, to: &model)
    append(UInt64(rows.count), 4, to: &model)
    append(UInt64(bytes.count), 4, to: &model)
    append(TaggerModel.checksum(body.span, from: 0, rows: rows.count), 8, to: &model)
    return model + body
  }

  private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
  }
}
