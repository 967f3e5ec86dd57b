import Annotation
package import ArticleAnalysis
import TextCore

extension ArticleObject {
  /// Writes the key `entities`.
  static func writeEntities<Output: StructuredOutput>(_ entities: [AnalyzedEntity], to output: inout Output) {
    output.key(plain: "entities")
    output.array(entities) { output, entity in
      output.beginObject()
      output.field("name", entity.name)
      output.field("type", entity.type.rawValue)
      output.key(plain: "subtype")
      output.string(orNull: entity.kind?.rawValue)
      output.field("count", entity.mentions.count)
      output.key(plain: "value")
      if let value = entity.value { output.value(value) } else { output.null() }
      output.key(plain: "mentions")
      output.beginArray()
      let mentions = entity.mentions.span
      for index in mentions.indices { output.object(mentions[index]) }
      output.endArray()
      output.endObject()
    }
  }
}

extension ArticleObject {
  /// Writes the key `relations`.
  static func writeRelations<Output: StructuredOutput>(_ relations: [AnalyzedRelation], to output: inout Output) {
    output.key(plain: "relations")
    output.array(relations) { output, relation in
      output.beginObject()
      output.field("type", relation.type.rawValue)
      output.field("from", relation.from)
      output.key(plain: "to")
      output.string(orNull: relation.to)
      output.key(plain: "amount")
      if let amount = relation.amount {
        output.beginObject()
        output.field("text", amount.text)
        if case .money(let value, let currency) = amount.value { output.amount(fields: value, "currency", currency) }
        output.endObject()
      } else {
        output.null()
      }
      output.field("certainty", relation.certainty.rawValue)
      output.field("range", relation.range)
      output.endObject()
    }
  }
}

extension StructuredOutput {
  /// Writes what an expression stands for: a date or a time as a string, an amount as an object.
  mutating func value(_ value: EntityValue) {
    switch value {
    case .date(let date): string(date.iso8601)
    case .time(let time): string(time.iso8601)
    case .money(let amount, let currency): self.amount(amount, "currency", currency)
    case .percent(let amount, let unit), .quantity(let amount, let unit): self.amount(amount, "unit", unit)
    }
  }

  private mutating func amount(_ amount: Amount, _ unitKey: String, _ unit: String) {
    beginObject()
    self.amount(fields: amount, unitKey, unit)
    endObject()
  }

  /// Writes the fields of an amount into the object that is open.
  mutating func amount(fields amount: Amount, _ unitKey: String, _ unit: String) {
    key(plain: "value")
    if let value = amount.value { decimal(value.description) } else { null() }
    key(unitKey)
    string(unit)
    if let upper = amount.upper {
      key(plain: "upper")
      decimal(upper.description)
    }
    if let bound = amount.bound {
      field("bound", bound.rawValue)
    }
  }
}

extension AnalyzedMention: FieldSource {
  @inline(__always)
  package func write<Fields: FieldOutput>(to fields: inout Fields) {
    fields.field("text", text)
    fields.field("range", range)
    fields.field("line", position.line)
    fields.field("column", position.column)
  }
}
