import Morphology
import TextCore

/// Where words lead in the trie of phrases.
///
/// A word is followed as its surface, as its base form, and if it is a negation as ない, so words read so far may lead to
/// several nodes at once. A state is what they lead to: a node by its number, or a set of nodes by a number above those.
/// Where a word leads from a state is kept, so that a look at one slot takes the place of all the ways to read it: a
/// deterministic automaton that is made as it is used (Aho, Sethi and Ullman 1986, "Compilers", 3.7).
struct PhraseStates: ~Copyable {
  /// All negations are followed as this word.
  static let negation: [UInt8] = Array("ない".utf8)
  /// The bit of な, with which it begins.
  static let negationBit = CueTrie.bit(0x306A)

  /// Several nodes.
  struct NodeSet {
    /// The nodes in the order in which they were found, then zeros.
    var nodes = SIMD4<UInt32>()
    /// The bits of the scalars that lead on from one of them.
    var filter: UInt64 = 0
    /// What the first of them says that a phrase ends at.
    var ending = SentimentLexicon.Ending.none
  }

  /// Where a word leads from a state.
  struct Step {
    /// State and lexeme; 0 is free.
    var key: UInt64 = 0
    /// The state after it, and below it whether a word leads on from there; 0 where no phrase goes on so.
    fileprivate var next: UInt32 = 0
    /// What the phrase says that ends with it.
    fileprivate(set) var ending = SentimentLexicon.Ending.none

    /// The state after it.
    @inline(__always)
    var state: UInt32 { next >> 1 }
    /// Whether a phrase goes on behind it.
    @inline(__always)
    var leadsOn: Bool { next & 1 != 0 }
  }

  /// The first scalars of a word.
  struct Beginning {
    var surface: UInt32
    /// That of the base form; 0 where it is no other word.
    var base: UInt32
  }

  private let lexicon: SentimentLexicon
  /// For each lexeme how it begins.
  private var beginnings = ScratchColumn(repeating: Beginning(surface: 0, base: 0), count: 0)
  /// The number of the first set of nodes.
  private let firstSet: UInt32
  private var sets = ScratchColumn(repeating: NodeSet(), count: 0)
  private var setNumbers: [SIMD4<UInt32>: UInt32] = [:]
  /// A newer step takes the place of an older one.
  private var steps = ScratchColumn(repeating: Step(), count: stepSlots)
  /// With half of it the steps of 504 posts were looked for half as often again.
  private static let stepSlots = 1 << 14

  init(_ lexicon: SentimentLexicon) {
    self.lexicon = lexicon
    firstSet = UInt32(lexicon.trie.nodes.count)
  }

  /// Forgets all, since lexemes have other numbers now.
  mutating func removeAll() {
    beginnings.removeAll()
    sets.removeAll()
    setNumbers.removeAll()
    steps.fill(Step())
  }

  /// Takes the next lexeme in.
  mutating func append(_ beginning: Beginning) { beginnings.append(beginning) }

  /// The bits of the scalars that lead on from a state.
  @inline(__always)
  func filter(of state: UInt32) -> UInt64 {
    state < firstSet ? lexicon.trie.filter(at: state) : sets[Int(state &- firstSet)].filter
  }

  /// The step over `lexeme`.
  /// - Parameter bits: The bits of the scalars that it may begin with, of which one leads on from the state.
  @inline(__always)
  mutating func follow(
    _ lexeme: UInt32, _ bits: UInt64, isNegation: Bool, from state: UInt32, in lexemes: borrowing LexemeTable
  ) -> Step {
    let key = Self.key(lexeme, from: state)
    let slot = Self.slot(key)
    if steps[slot].key == key { return steps[slot] }
    let next = find(lexeme, bits, isNegation: isNegation, from: state, in: lexemes)
    let step = Step(
      key: key, next: next << 1 | (filter(of: next) != 0 && next != 0 ? 1 : 0),
      ending: next < firstSet ? lexicon.ending(at: next) : sets[Int(next - firstSet)].ending)
    steps[slot] = step
    return step
  }

  @inline(__always)
  private static func key(_ lexeme: UInt32, from state: UInt32) -> UInt64 { UInt64(state) << 32 | UInt64(lexeme) &+ 1 }

  /// Fibonacci hashing (Knuth, vol. 3, 6.4).
  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & (stepSlots - 1)
  }

  /// Has the first steps of the phrases of a sentence brought near: each waits for memory alone otherwise.
  @inline(__always)
  func prepare(_ words: borrowing SentenceWords, _ ids: Span<UInt32>) {
    for number in 0..<words.openerCount {
      let index = words.opener(number)
      let (first, next) = (words.record(index), words.record(index &+ 1))
      let slot = Self.slot(Self.key(ids[min(index &+ 1, ids.count &- 1)], from: first.state))
      // Chosen, not branched on: nobody guesses it.
      steps.prefetch(first.nextBits & next.firstBits == 0 ? 0 : slot)
    }
  }

  private mutating func find(
    _ lexeme: UInt32, _ bits: UInt64, isNegation: Bool, from state: UInt32, in lexemes: borrowing LexemeTable
  ) -> UInt32 {
    if state < firstSet {
      let ways = ways(lexeme, isNegation: isNegation, from: state, in: lexemes)
      if ways.base == 0 && ways.negation == 0 { return ways.surface }
      return self.state(ways.surface, ways.base, ways.negation)
    }
    let nodes = sets[Int(state - firstSet)].nodes
    var next = SIMD4<UInt32>()
    for lane in 0..<4 where nodes[lane] != 0 && lexicon.trie.filter(at: nodes[lane]) & bits != 0 {
      let ways = ways(lexeme, isNegation: isNegation, from: nodes[lane], in: lexemes)
      Self.add(ways.surface, to: &next)
      Self.add(ways.base, to: &next)
      Self.add(ways.negation, to: &next)
    }
    return self.state(of: next)
  }

  /// The nodes that the ways to read a word lead to from a node; 0 for none.
  @inline(__always)
  private func ways(
    _ lexeme: UInt32, isNegation: Bool, from node: UInt32, in lexemes: borrowing LexemeTable
  ) -> (surface: UInt32, base: UInt32, negation: UInt32) {
    let first = beginnings[Int(lexeme)]
    return (
      follow(lexemes.surfaces[Int(lexeme)], first.surface, from: node, in: lexemes),
      first.base == 0 ? 0 : follow(lexemes.baseForms[Int(lexeme)], first.base, from: node, in: lexemes),
      isNegation ? lexicon.trie.follow(Self.negation.span, from: node) : 0
    )
  }

  /// The node that a word of the vocabulary, which begins with the scalar `first`, leads to; 0 for none.
  @inline(__always)
  private func follow(
    _ word: UInt32, _ first: UInt32, from node: UInt32, in lexemes: borrowing LexemeTable
  ) -> UInt32 {
    // Most words lead nowhere, which is told without their bytes.
    let child = lexicon.trie.child(of: node, first)
    guard child != 0 else { return 0 }
    let bytes = lexemes.vocabulary.pool.span.extracting(lexemes.vocabulary.range(of: word))
    let length = UTF8Scan.scalar(at: 0, in: bytes).length
    return lexicon.trie.follow(bytes.extracting(length..<bytes.count), from: child)
  }

  /// Adds a node to those of a set, if it is one and the set has room.
  private static func add(_ node: UInt32, to nodes: inout SIMD4<UInt32>) {
    for lane in 0..<4 where nodes[lane] == 0 || nodes[lane] == node {
      nodes[lane] = node
      return
    }
  }

  /// The state of a word that is read in several ways, of which each leads to a node or to 0.
  mutating func state(_ first: UInt32, _ second: UInt32, _ third: UInt32 = 0) -> UInt32 {
    if second == 0 && third == 0 { return first }
    var nodes = SIMD4<UInt32>()
    Self.add(first, to: &nodes)
    Self.add(second, to: &nodes)
    Self.add(third, to: &nodes)
    return state(of: nodes)
  }

  private mutating func state(of nodes: SIMD4<UInt32>) -> UInt32 {
    guard nodes[1] != 0 else { return nodes[0] }
    if let known = setNumbers[nodes] { return known }
    var set = NodeSet(nodes: nodes)
    for lane in 0..<4 where nodes[lane] != 0 {
      set.filter |= lexicon.trie.filter(at: nodes[lane])
      if set.ending == .none { set.ending = lexicon.ending(at: nodes[lane]) }
    }
    let number = firstSet + UInt32(sets.count)
    sets.append(set)
    setNumbers[nodes] = number
    return number
  }
}
