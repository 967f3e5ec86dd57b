import TestSupport

extension SeededGenerator {
  /// A text of up to `count` scalars of all lengths in UTF-8, with line ends of all kinds.
  mutating func text(upTo count: Int) -> String {
    let pieces = ["a", "é", "あ", "漢", "𠮷", "🎉", "\n", "\r", "\r\n", " ", "\0", "\u{85}"]
    return (0..<Int.random(in: 0...count, using: &self)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }.joined()
  }
}
