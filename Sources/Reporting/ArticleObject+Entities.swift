import Annotation
import ArticleAnalysis
import TextCore

extension ArticleObject {
  /// Writes the key `entities`.
  static func writeEntities<Output: StructuredOutput>(_ entities: [AnalyzedEntity], to output: inout Output) {
    output.key("entities")
    output.array(entities) { output, entity in
      output.beginObject()
      output.key("name")
      output.string(entity.name)
      output.key("type")
      output.string(entity.type.rawValue)
      output.key("subtype")
      output.string(orNull: entity.kind?.rawValue)
      output.key("count")
      output.integer(entity.mentions.count)
      output.key("value")
      if let value = entity.value { output.value(value) } else { output.null() }
      output.key("mentions")
      output.array(entity.mentions) { output, mention in
        output.beginObject()
        output.key("text")
        output.string(mention.text)
        output.key("range")
        output.range(mention.range)
        output.key("line")
        output.integer(mention.position.line)
        output.key("column")
        output.integer(mention.position.column)
        output.endObject()
      }
      output.endObject()
    }
  }
}

extension ArticleObject {
  /// Writes the key `relations`.
  static func writeRelations<Output: StructuredOutput>(_ relations: [AnalyzedRelation], to output: inout Output) {
    output.key("relations")
    output.array(relations) { output, relation in
      output.beginObject()
      output.key("type")
      output.string(relation.type.rawValue)
      output.key("from")
      output.string(relation.from)
      output.key("to")
      output.string(orNull: relation.to)
      output.key("amount")
      if let amount = relation.amount {
        output.beginObject()
        output.key("text")
        output.string(amount.text)
        if case .money(let value, let currency) = amount.value { output.amount(fields: value, "currency", currency) }
        output.endObject()
      } else {
        output.null()
      }
      output.key("certainty")
      output.string(relation.certainty.rawValue)
      output.key("range")
      output.range(relation.range)
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
    key("value")
    if let value = amount.value { decimal(value.description) } else { null() }
    key(unitKey)
    string(unit)
    if let upper = amount.upper {
      key("upper")
      decimal(upper.description)
    }
    if let bound = amount.bound {
      key("bound")
      string(bound.rawValue)
    }
  }
}
