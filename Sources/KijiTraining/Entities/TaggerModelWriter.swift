import Annotation

/// Writes a trained tagger in the form that `TaggerModel` reads.
struct TaggerModelWriter {
  /// The parts of a unit of weight: a weight of 1 is 32 units, so a row's weights lie between -4 and 4.
  static let unit: Float = 32

  private var rows: [UInt32: [(lane: UInt8, weight: Int8)]] = [:]
  private let transitions: [Int16]

  /// Takes over what a field learned.
  /// - Parameters:
  ///   - least: The least weight, in units, that is kept.
  ///   - tilt: What is taken from the weight of being outside that every morpheme has, in units.
  init(_ field: ConditionalRandomField, least: Int, tilt: Int) {
    for (feature, row) in field.rows {
      var weights: [(lane: UInt8, weight: Int8)] = []
      for (label, weight) in field.averageWeights(ofRow: row).enumerated() {
        var units = Int(Self.units(weight))
        if feature == TaggerModel.biasFeature, label == NameLabel.outside { units = max(-127, units - tilt) }
        guard abs(units) >= least else { continue }
        weights.append((UInt8(label), Int8(units)))
      }
      if !weights.isEmpty { rows[feature] = weights }
    }
    transitions = field.averageTransitions.map { Int16(max(-30_000, min(30_000, ($0 * Self.unit).rounded()))) }
  }

  /// Takes over a model but for its gate, and for weights of fewer units than `least`.
  init(_ model: TaggerModel, least: Int) {
    var rows: [UInt32: [(lane: UInt8, weight: Int8)]] = [:]
    model.forEachRow { feature, weights in
      let labels = weights.filter { Int($0.lane) != TaggerModel.gate && abs(Int($0.weight)) >= least }
      if !labels.isEmpty { rows[feature] = labels }
    }
    self.rows = rows
    transitions = model.transitions
  }

  /// Adds for each feature what it says for a closer look.
  mutating func add(gate: [UInt32: Float]) {
    for (feature, weight) in gate where Self.units(weight) != 0 {
      rows[feature, default: []].append((UInt8(TaggerModel.gate), Self.units(weight)))
    }
  }

  /// The model's bytes.
  var bytes: [UInt8] {
    var body: [UInt8] = []
    for transition in transitions { Self.append(UInt64(UInt16(bitPattern: transition)), 2, to: &body) }
    var rowBytes: [UInt8] = []
    var sizes = [Int](repeating: 0, count: TaggerModel.buckets)
    for (feature, weights) in rows.sorted(by: { $0.key < $1.key }) {
      let start = rowBytes.count
      Self.append(feature, weights, to: &rowBytes)
      sizes[Int(feature >> TaggerModel.lowerBits)] += rowBytes.count - start
    }
    for size in sizes { Self.append(UInt64(size), 2, to: &body) }
    body += rowBytes
    var model = TaggerModel.magic
    Self.append(UInt64(TaggerModel.version), 4, to: &model)
    Self.append(UInt64(NameLabel.count), 4, to: &model)
    Self.append(UInt64(rows.count), 4, to: &model)
    Self.append(UInt64(rowBytes.count), 4, to: &model)
    Self.append(TaggerModel.checksum(body.span, from: 0, rows: rows.count), 8, to: &model)
    return model + body
  }

  private static func units(_ weight: Float) -> Int8 { Int8(max(-127, min(127, (weight * unit).rounded()))) }

  private static func append(_ feature: UInt32, _ weights: [(lane: UInt8, weight: Int8)], to bytes: inout [UInt8]) {
    // All lanes, where they take no more room than labels with their weights.
    let isDense = 2 * weights.count > TaggerModel.lanes
    append(UInt64(feature & (1 << TaggerModel.lowerBits - 1)), 2, to: &bytes)
    bytes.append(UInt8(isDense ? TaggerModel.dense : weights.count))
    guard isDense else {
      for (lane, weight) in weights { bytes += [lane, UInt8(bitPattern: weight)] }
      return
    }
    var lanes = [UInt8](repeating: 0, count: TaggerModel.lanes)
    for (lane, weight) in weights { lanes[Int(lane)] = UInt8(bitPattern: weight) }
    bytes += lanes
  }

  private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
  }
}
