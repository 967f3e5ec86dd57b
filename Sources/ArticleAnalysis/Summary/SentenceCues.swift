/// What the wording of a sentence says of it as a part of a summary.
package struct SentenceCues: OptionSet, Sendable {
  package let rawValue: UInt32
  /// It greets: こんにちは
  package static let greeting = SentenceCues(rawValue: 1)
  /// It begins with a filler: いやはや
  package static let filler = SentenceCues(rawValue: 2)
  /// It leaves the subject: 余談ですが
  package static let aside = SentenceCues(rawValue: 4)
  /// It begins with a word that points at what was said before: これは
  package static let pointer = SentenceCues(rawValue: 8)
  /// It points at something that is no prose: 次のとおり, 下図
  package static let reference = SentenceCues(rawValue: 16)
  /// It tells what the article is going to say: この記事では
  package static let announcement = SentenceCues(rawValue: 32)
  /// It asks the reader to do something: ご覧ください
  package static let call = SentenceCues(rawValue: 64)
  /// It is a question.
  package static let question = SentenceCues(rawValue: 128)
  /// It fits any article: 目が離せません
  package static let vague = SentenceCues(rawValue: 256)
  /// It chats with the reader, or speaks of the author's mood: ですよね, 正直
  package static let talk = SentenceCues(rawValue: 512)
  /// It is guarded or general advice: でしょう。
  package static let hedged = SentenceCues(rawValue: 1024)
  /// It judges the whole: 総じて, 勧めたい
  package static let verdict = SentenceCues(rawValue: 2048)
  /// It tells what happened, or what something is good for: 発表した, だけで
  package static let gist = SentenceCues(rawValue: 4096)
  /// It begins with a phrase that only looks like one that points back: これから
  package static let plain = SentenceCues(rawValue: 8192)

  /// It speaks of the author's own experience.
  package static let personal = SentenceCues(rawValue: 16384)
  /// Somewhere in it stands a word that may point at what was said before: 彼ら, こうした
  package static let pronoun = SentenceCues(rawValue: 32768)

  /// It leads on to what follows: まず, 理由は3つあります
  package static let opener = SentenceCues(rawValue: 65536)
  /// It speaks of the work that a review is about: 本書
  package static let work = SentenceCues(rawValue: 131_072)

  /// Somewhere in it stands a word that may point back where nothing stands before it to point at: この
  package static let demonstrative = SentenceCues(rawValue: 262_144)

  private static let names: [(name: String, cue: SentenceCues)] = [
    ("greeting", .greeting), ("filler", .filler), ("aside", .aside), ("pointer", .pointer), ("reference", .reference),
    ("announcement", .announcement), ("call", .call), ("question", .question), ("vague", .vague), ("talk", .talk),
    ("hedged", .hedged), ("verdict", .verdict), ("gist", .gist), ("plain", .plain),
    ("personal", .personal), ("pronoun", .pronoun), ("opener", .opener), ("work", .work),
    ("demonstrative", .demonstrative),
  ]

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The cue that the table calls `name`.
  init?(name: Substring) {
    guard let found = Self.names.first(where: { $0.name == name }) else { return nil }
    self = found.cue
  }
}
