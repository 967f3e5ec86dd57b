/// Objects of which there are many, each in one go.
extension JSONOutput {
  @inline(__always)
  package mutating func object(_ source: some FieldSource) {
    guard layout == .compact else {
      beginObject()
      source.write(to: &self)
      return endObject()
    }
    var room = JSONRoom()
    source.write(to: &room)
    putValue(room.bytes) { memory in
      var fields = JSONFields(memory)
      source.write(to: &fields)
      return fields.finish()
    }
  }
}
