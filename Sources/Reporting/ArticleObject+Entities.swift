import Annotation
import ArticleAnalysis
import TextCore

extension ArticleObject {
  /// Writes the key `entities`.
  static func writeEntities<Output: StructuredOutput>(_ entities: [AnalyzedEntity], to output: inout Output) {
    output.key(plain: "entities")
    output.array(entities) { output, entity in
      output.beginObject()
      output.key(plain: "name")
      output.string(entity.name)
      output.key(plain: "type")
      output.string(entity.type.rawValue)
      output.key(plain: "subtype")
      output.string(orNull: entity.kind?.rawValue)
      output.key(plain: "count")
      output.integer(entity.mentions.count)
      output.key(plain: "value")
      if let value = entity.value { output.value(value) } else { output.null() }
      output.key(plain: "mentions")
      output.array(entity.mentions) { output, mention in
        output.beginObject()
        output.key(plain: "text")
        output.string(mention.text)
        output.key(plain: "range")
        output.range(mention.range)
        output.key(plain: "line")
        output.integer(mention.position.line)
        output.key(plain: "column")
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
    output.key(plain: "relations")
    output.array(relations) { output, relation in
      output.beginObject()
      output.key(plain: "type")
      output.string(relation.type.rawValue)
      output.key(plain: "from")
      output.string(relation.from)
      output.key(plain: "to")
      output.string(orNull: relation.to)
      output.key(plain: "amount")
      if let amount = relation.amount {
        output.beginObject()
        output.key(plain: "text")
        output.string(amount.text)
        if case .money(let value, let currency) = amount.value { output.amount(fields: value, "currency", currency) }
        output.endObject()
      } else {
        output.null()
      }
      output.key(plain: "certainty")
      output.string(relation.certainty.rawValue)
      output.key(plain: "range")
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
    key(plain: "value")
    if let value = amount.value { decimal(value.description) } else { null() }
    key(unitKey)
    string(unit)
    if let upper = amount.upper {
      key(plain: "upper")
      decimal(upper.description)
    }
    if let bound = amount.bound {
      key(plain: "bound")
      string(bound.rawValue)
    }
  }
}
