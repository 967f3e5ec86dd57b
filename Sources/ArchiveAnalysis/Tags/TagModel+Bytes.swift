import Annotation

extension TagModel {
  private static let form = "kiji.tags"
  /// Raised with each change of the bytes, those of features among them.
  private static let version = 2

  /// The model as bytes.
  package var bytes: [UInt8] {
    var writer = BinaryWriter(form: Self.form, version: Self.version)
    writer.list(articles) { writer, article in
      writer.string(article.path)
      writer.string(article.date ?? "")
      writer.list(article.tags) { $0.string($1) }
      writer.list(article.categories) { $0.string($1) }
      article.features.write(to: &writer)
    }
    writer.list(older.tags) { $0.string($1) }
    writer.list(older.categories) { $0.string($1) }
    writer.list(aliases.keys.sorted()) { writer, key in
      writer.integer(Int(key.value))
      writer.list(self.aliases[key] ?? []) { $0.string($1) }
    }
    writer.list(findings.pasted) { writer, pasted in
      writer.string(pasted.tag)
      writer.string(pasted.kind.rawValue)
      writer.integer(Int((pasted.share * 10_000).rounded()))
    }
    writer.list(findings.spellings) { writer, spellings in
      writer.list(spellings.tags) { $0.string($1) }
      writer.list(spellings.counts) { $0.integer($1) }
    }
    return writer.bytes
  }

  /// Reads a model.
  /// - Throws: `BinaryFormError` where the bytes are no model or that of another version.
  package convenience init(bytes: [UInt8]) throws(BinaryFormError) {
    var reader = try BinaryReader(bytes, form: Self.form, version: Self.version)
    let articles = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      let path = try reader.string()
      let date = try reader.string()
      let tags = try reader.strings()
      let categories = try reader.strings()
      return TaggedArticle(
        path: path, date: date.isEmpty ? nil : date, tags: tags, categories: categories,
        features: try ArticleFeatures(from: &reader))
    }
    let older = OlderLabels(tags: try reader.strings(), categories: try reader.strings())
    let aliases = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      (TermKey(value: UInt32(try reader.integer(upTo: Int(UInt32.max)))), try reader.strings())
    }
    let pasted = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      let tag = try reader.string()
      guard let kind = TagFindings.Pasted.Kind(rawValue: try reader.string()) else { throw reader.damage }
      return TagFindings.Pasted(tag: tag, kind: kind, share: Double(try reader.integer(upTo: 10_000)) / 10_000)
    }
    let spellings = try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in
      let tags = try reader.strings()
      return TagFindings.Spellings(
        tags: tags,
        counts: try reader.list { (reader: inout BinaryReader) throws(BinaryFormError) in try reader.integer() })
    }
    try reader.finish()
    self.init(
      articles, older: older, aliases: Dictionary(aliases, uniquingKeysWith: { first, _ in first }),
      findings: TagFindings(pasted: pasted, spellings: spellings))
  }
}

extension BinaryReader {
  /// Reads a list of strings.
  mutating func strings() throws(BinaryFormError) -> [String] {
    try list { (reader: inout BinaryReader) throws(BinaryFormError) in try reader.string() }
  }
}
