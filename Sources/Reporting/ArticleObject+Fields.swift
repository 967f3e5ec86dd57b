import Annotation
import ArticleAnalysis

extension Term: FieldSource {
  @inline(__always)
  package func write<Fields: FieldOutput>(to fields: inout Fields) {
    fields.field("term", term)
    fields.field("kind", kind.rawValue)
    fields.field("count", count)
    fields.field("score", score: score)
  }
}

extension AnalyzedSentence: FieldSource {
  @inline(__always)
  package func write<Fields: FieldOutput>(to fields: inout Fields) {
    fields.field("text", text)
    fields.field("range", range)
    fields.field("line", line)
    fields.field("polarity", plain: polarity.name)
    fields.field("score", score: score)
    fields.field("importance", score: importance)
  }
}
