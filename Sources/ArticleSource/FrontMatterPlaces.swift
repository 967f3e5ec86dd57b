package import TextCore

extension FrontMatter {
  /// Where the value of the first field stands whose name is one of `names`; the whole field where it has no value.
  /// - Parameters:
  ///   - names: Names without letter case, hyphens and underscores, in the order they are asked.
  ///   - text: The decoded source.
  package func valuePlace(_ names: [String], in text: Span<UInt8>) -> ByteRange<FileSpace>? {
    for name in names {
      for written in places.keys.sorted() where FrontMatterFields.folded(written) == name {
        if let place = places[written] { return value(of: place, named: written, in: text) }
      }
    }
    return nil
  }

  /// Where the value of a field that kiji writes stands.
  package func valuePlace(of field: FrontMatterEditableField, in text: Span<UInt8>) -> ByteRange<FileSpace>? {
    valuePlace(field.names, in: text)
  }

  /// Where the date stands.
  package func datePlace(in text: Span<UInt8>) -> ByteRange<FileSpace>? {
    valuePlace(FrontMatterFields.dateNames, in: text)
  }

  /// The first place of `label` within `place`; `place` itself where its spelling is another.
  package func labelPlace(_ label: String, in place: ByteRange<FileSpace>, _ text: Span<UInt8>) -> ByteRange<FileSpace>
  {
    let bytes = Array(label.utf8)
    guard !bytes.isEmpty, bytes.count <= place.count else { return place }
    for start in place.lowerBound...place.upperBound - bytes.count where text[start] == bytes[0] {
      if bytes.indices.allSatisfy({ text[start + $0] == bytes[$0] }) { return ByteRange(start, start + bytes.count) }
    }
    return place
  }

  private func value(of place: ByteRange<FileSpace>, named name: String, in text: Span<UInt8>) -> ByteRange<FileSpace> {
    let sign = kind == .toml ? UInt8(ascii: "=") : UInt8(ascii: ":")
    var start = min(place.lowerBound + name.utf8.count, place.upperBound)
    while start < place.upperBound, text[start] != sign { start += 1 }
    start += 1
    while start < place.upperBound, text[start] <= 0x20 { start += 1 }
    return start < place.upperBound ? ByteRange(start, place.upperBound) : place
  }
}
