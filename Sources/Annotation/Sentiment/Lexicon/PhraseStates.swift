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

  /// Where a word leads from a state: all that is asked of it, in 16 bytes.
  struct Step {
    /// What of the mixed state and lexeme its slot does not tell, below a bit that is set; 0 is free.
    fileprivate let tag: UInt32
    /// The state after it, and below that what the phrase says that ends with it.
    private let target: UInt32
    /// The bits of the scalars that lead on behind it.
    let filter: UInt64

    fileprivate init(tag: UInt32 = 0, state: UInt32 = 0, ending: SentimentLexicon.Ending = .none, filter: UInt64 = 0) {
      self.tag = tag
      target = state << SentimentLexicon.Ending.bitCount | UInt32(ending.bits)
      self.filter = filter
    }

    /// The state after it; 0 where no phrase goes on so.
    @inline(__always)
    var state: UInt32 { target >> SentimentLexicon.Ending.bitCount }

    /// What the phrase says that ends with it.
    @inline(__always)
    var ending: SentimentLexicon.Ending {
      SentimentLexicon.Ending(
        bits: UInt16(truncatingIfNeeded: target & (1 << SentimentLexicon.Ending.bitCount - 1)))
    }
  }

  /// States and lexemes have so many bits: more lexemes would not fit into memory.
  private static let (stateBits, lexemeBits) = (UInt64(17), UInt64(28))

  /// The first scalars of a word.
  struct Beginning {
    var surface: UInt32
    /// That of the base form; 0 where it is no other word.
    var base: UInt32
  }

  private let lexicon: SentimentLexicon
  /// For each lexeme how it begins.
  private var beginnings = ScratchColumn(
    repeating: Beginning(surface: 0, base: 0), count: 0, capacity: SentimentLexemes.usualCount)
  /// The number of the first set of nodes.
  private let firstSet: UInt32
  private var sets = ScratchColumn(repeating: NodeSet(), count: 0)
  private var setNumbers: [SIMD4<UInt32>: UInt32] = [:]
  /// A newer step takes the place of an older one.
  private var steps = ScratchColumn(repeating: Step(), count: stepSlots)
  /// With half of it the steps of 504 posts were looked for half as often again.
  private static let stepSlots = 1 << slotBits
  private static let slotBits = UInt64(14)

  init(_ lexicon: SentimentLexicon) {
    self.lexicon = lexicon
    precondition(lexicon.trie.nodes.count < 1 << Self.stateBits, "more nodes than have numbers")
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
  private func filter(of state: UInt32) -> UInt64 {
    state < firstSet ? lexicon.trie.filter(at: state) : sets[Int(state &- firstSet)].filter
  }

  /// The step over `lexeme`.
  /// - Parameter bits: The bits of the scalars that it may begin with, of which one leads on from the state.
  @inline(__always)
  mutating func follow(
    _ lexeme: UInt32, _ bits: UInt64, isNegation: Bool, from state: UInt32, in lexemes: borrowing LexemeTable
  ) -> Step {
    let place = Self.place(lexeme, from: state)
    if steps[place.slot].tag == place.tag { return steps[place.slot] }
    let next = find(lexeme, bits, isNegation: isNegation, from: state, in: lexemes)
    let step =
      next == 0
      ? Step(tag: place.tag)
      : Step(
        tag: place.tag, state: next,
        ending: next < firstSet ? lexicon.ending(at: next) : sets[Int(next - firstSet)].ending, filter: filter(of: next)
      )
    steps[place.slot] = step
    return step
  }

  /// Where the step over a lexeme is kept, and by which tag it is known there.
  ///
  /// State and lexeme are mixed by a multiplication that can be undone (Fibonacci hashing, Knuth, vol. 3, 6.4), so slot
  /// and tag tell them exactly (abbreviated keys, Knuth, vol. 3, 6.4, exercise 13).
  @inline(__always)
  private static func place(_ lexeme: UInt32, from state: UInt32) -> (slot: Int, tag: UInt32) {
    let key = UInt64(state) << lexemeBits | UInt64(lexeme)
    let mixed = key &* 0x9e37_79b9_7f4a_7c15 & (1 << (stateBits + lexemeBits) - 1)
    let tagBits = stateBits + lexemeBits - slotBits
    return (
      Int(truncatingIfNeeded: mixed >> tagBits), UInt32(truncatingIfNeeded: mixed & (1 << tagBits - 1) | 1 << tagBits)
    )
  }

  /// Has the first steps of the phrases of a sentence brought near: each waits for memory alone otherwise.
  @inline(__always)
  func prepare(_ words: borrowing SentenceWords, _ ids: Span<UInt32>) {
    for number in 0..<words.openerCount {
      let index = words.opener(number)
      let (first, next) = (words.record(index), words.record(index &+ 1))
      let place = Self.place(ids[min(index &+ 1, ids.count &- 1)], from: first.state)
      // Chosen, not branched on: nobody guesses it.
      steps.prefetch(first.nextBits & next.firstBits == 0 ? 0 : place.slot)
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
    // Texts lead to some thousand sets; of more than have numbers the first way is read alone.
    guard firstSet + UInt32(sets.count) < 1 << Self.stateBits else { return nodes[0] }
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
