extension PathFinder {
  /// Adds all nodes of the sentence that was scanned, each with the best path up to it.
  mutating func buildLattice() {
    // The node at 0 begins the sentence; as its ids are 0, it is found by `collectLefts` at the first place only.
    nodes[0] = Node()
    nodeCount = 1
    for start in 0..<scan.count where start == 0 || scan.places[start].ending != 0 {
      collectLefts(endingAt: start)
      place += 1
      var first = start
      while first < scan.count, scan.places[first].characterClass.shares(model.space) { first += 1 }
      guard first < scan.count else { return }
      addUnknownWords(at: first)
      addWords(at: first)
    }
  }

  /// Notes the nodes that end at a place, the last added first, which is the order in which MeCab compares them.
  private mutating func collectLefts(endingAt start: Int) {
    leftCount = 0
    if start == 0 {
      lefts[0] = Left()
      leftCount = 1
      return
    }
    var index = scan.places[start].ending
    while index > 0 && leftCount < 1 << Self.shift - 1 {
      lefts.reserve(leftCount + 1, Left())
      let node = nodes[Int(index)]
      lefts[leftCount] = Left(
        packed: node.cost << Self.shift | leftCount, node: index,
        rightID: UInt16(truncatingIfNeeded: matrix.column(node.rightID)))
      leftCount += 1
      index = node.next
    }
  }

  /// Adds the words of the dictionaries that begin at a character.
  ///
  /// MeCab puts each node before those that it found earlier; matches are linked so, and tokens are taken from the last.
  private mutating func addWords(at start: Int) {
    var index = scan.places[start].match
    while index > 0 {
      let match = scan.matches[Int(index)]
      add(
        lexicons[Int(match.lexicon)].tokenRange(match.value), of: UInt16(truncatingIfNeeded: match.lexicon),
        start: start, length: Int(match.length))
      index = match.next
    }
  }

  /// Adds the unknown words that begin at a character: a run of characters, and the lengths that its class allows; none
  /// where a word is known, unless the class wants both (`Tokenizer::lookup`).
  private mutating func addUnknownWords(at start: Int) {
    let place = scan.places[start]
    let characterClass = place.characterClass
    let isKnown = place.match != 0
    guard !isKnown || characterClass.isInvoked else { return }
    let runLength = Int(place.runEnd) - start
    let hasRun = characterClass.isGrouped && runLength - 1 <= LatticeModel.longestGroup
    if hasRun { addUnknown(characterClass, at: start, length: runLength) }
    var length = 1
    // A run that is too long for a word ends the lengths all the same.
    while length <= characterClass.length && !(characterClass.isGrouped && length == runLength) {
      addUnknown(characterClass, at: start, length: length)
      let next = start + length
      length += 1
      if next >= scan.count || !characterClass.shares(scan.places[next].characterClass) { break }
    }
    if !isKnown && !hasRun && length == 1 { addUnknown(characterClass, at: start, length: 1) }
  }

  private mutating func addUnknown(_ characterClass: CharacterClass, at start: Int, length: Int) {
    guard characterClass.number < unknownTokens.capacity else { return }
    add(unknownTokens[characterClass.number], of: unknown, start: start, length: length)
  }

  /// Adds nodes of a word for `tokens` of the dictionary `lexicon`.
  @inline(__always)
  private mutating func add(_ tokens: Lexicon.TokenRange, of lexicon: UInt16, start: Int, length: Int) {
    nodes.reserve(nodeCount + (tokens.upperBound - tokens.lowerBound), Node())
    let end = start + length
    let lexiconTokens = lexicons[Int(lexicon)].tokens
    var last = scan.places[end].ending
    var index = tokens.upperBound
    while index > tokens.lowerBound {
      index -= 1
      // SAFETY: `Lexicon.tokenRange` keeps to the tokens that there are.
      let token = lexiconTokens[index]
      let packed = best(before: token.leftID)
      nodes[nodeCount] = Node(
        cost: packed >> Self.shift + Int(token.cost), previous: lefts[packed & (1 << Self.shift - 1)].node, next: last,
        start: UInt32(truncatingIfNeeded: start), token: UInt32(truncatingIfNeeded: index),
        length: UInt16(truncatingIfNeeded: length), rightID: token.rightID, lexicon: lexicon)
      last = UInt32(truncatingIfNeeded: nodeCount)
      nodeCount += 1
    }
    scan.places[end].ending = last
  }

  /// The cost and the number of the `Left` that precedes nodes with a left id best, packed.
  @inline(__always)
  private mutating func best(before leftID: UInt16) -> Int {
    let id = min(Int(leftID), matrix.leftCount - 1)
    if bests[id].place == place { return bests[id].packed }
    let row = matrix.row(leftID)
    var best = Int.max
    for index in 0..<leftCount {
      let left = lefts[index]
      // SAFETY: `collectLefts` keeps right ids to the columns that there are.
      best = min(best, left.packed &+ Int(row[Int(left.rightID)]) << Self.shift)
    }
    bests[id] = Best(place: place, packed: best)
    return best
  }
}
