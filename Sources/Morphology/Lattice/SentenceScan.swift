internal import TextCore

/// The characters of a sentence, and the dictionary's words that begin at each.
///
/// All places of a sentence are searched side by side, byte by byte, so that what is read for one does not wait for what
/// is read for another: a double array of 10 MB lies in no near cache, and where one place is searched after the other,
/// each step waits for the one before (`Darts::commonPrefixSearch`).
struct SentenceScan: ~Copyable {
  /// A character, or the end of the sentence.
  struct Place {
    /// Where it begins, in bytes.
    var offset: UInt32 = 0
    /// Where it stands in the table of `Lexicon.initials`.
    var initial: UInt32 = 0
    /// What the dictionary says of it.
    var characterClass = CharacterClass(bits: 0)
    /// Where the run of characters ends that it is in.
    var runEnd: UInt32 = 0
    /// The last found of the words that begin here; 0 where none does.
    var match: UInt32 = 0
    /// The last of the lattice's nodes that end here; 0 where none does.
    var ending: UInt32 = 0
  }

  /// A word of a dictionary that begins at a place.
  struct Match {
    /// Its value in the double array.
    var value: UInt32 = 0
    /// The match that was found before it at the same place; 0 at the first.
    var next: UInt32 = 0
    /// How many characters it has.
    var length: UInt32 = 0
    /// Which dictionary it is of.
    var lexicon: UInt32 = 0
  }

  /// A search that goes on.
  struct Search {
    /// The state of the double array that it has reached.
    var state: UInt32 = 0
    /// The byte that comes next.
    var offset: UInt32 = 0
    /// The character that it began at.
    var place: UInt32 = 0
    /// The characters that it went through.
    var length: UInt32 = 0
  }

  /// The number of characters.
  private(set) var count = 0
  /// The characters, and the end.
  private(set) var places = ScratchBuffer(Place(), capacity: 512)
  /// The words, from index 1 on.
  private(set) var matches = ScratchBuffer(Match(), capacity: 2_048)
  private var matchCount = 1
  private var searches = ScratchBuffer(Search(), capacity: 512)
  private var searchCount = 0
  /// Sums what is read of tokens only so that it is near when the lattice is built: many such reads are under way at once
  /// here, where a node waits for each there.
  private var readAhead: UInt16 = 0

  /// Reads a sentence of `length` bytes.
  /// - Complexity: O(*n*) in bytes, times the length of the longest words that begin alike.
  mutating func read(_ text: UnsafePointer<UInt8>, _ length: Int, in lexicons: borrowing ScratchBuffer<Lexicon>) {
    places.reserve(length + 1, Place())
    searches.reserve(length + 1, Search())
    readCharacters(text, length, lexicons[0])
    matchCount = 1
    // The last is that of unknown words.
    for index in 0..<lexicons.capacity - 1 {
      let lexicon = lexicons[index]
      beginSearches(text, length, lexicon, UInt32(index))
      while searchCount > 0 { step(text, length, lexicon, UInt32(index)) }
    }
  }

  /// Gives back the memory of a rare long sentence.
  mutating func shrink() {
    places.shrink(over: 1 << 13, Place())
    matches.shrink(over: 1 << 15, Match())
    searches.shrink(over: 1 << 13, Search())
  }

  private mutating func readCharacters(_ text: UnsafePointer<UInt8>, _ length: Int, _ lexicon: Lexicon) {
    let bytes = Span(_unsafeStart: text, count: length)
    let (places, initials) = (places.base, lexicon.initials)
    var (offset, count) = (0, 0)
    while offset < length {
      let scalar = UTF8Scan.scalar(at: offset, in: bytes)
      let initial = min(scalar.value, 0xFFFF)
      // SAFETY: there is room for a character a byte, and the end.
      places[count] = Place(
        offset: UInt32(truncatingIfNeeded: offset), initial: initial,
        characterClass: initials[Int(initial)].characterClass)
      offset += scalar.length
      count += 1
    }
    places[count] = Place(offset: UInt32(truncatingIfNeeded: length), runEnd: UInt32(truncatingIfNeeded: count))
    var next = count
    while next > 0 {
      let index = next - 1
      // MeCab compares each character of a run with the one before it (`seekToOtherType`).
      let goesOn = next < count && places[index].characterClass.shares(places[next].characterClass)
      places[index].runEnd = goesOn ? places[next].runEnd : UInt32(truncatingIfNeeded: next)
      next = index
    }
    self.count = count
  }

  /// Begins a search at each character, and finds the words of one character.
  private mutating func beginSearches(_ text: UnsafePointer<UInt8>, _ length: Int, _ lexicon: Lexicon, _ number: UInt32)
  {
    matches.reserve(matchCount + count, Match())
    let (places, matches, searches, initials) = (places.base, matches.base, searches.base, lexicon.initials)
    var (found, active, ahead) = (matchCount, 0, UInt16(0))
    for index in 0..<count {
      // SAFETY: there is room for as many searches as bytes, and for a match a character.
      let start = Int(places[index].offset)
      let end = places[index + 1].offset
      var initial = initials[Int(places[index].initial)]
      if places[index].initial == 0xFFFF {
        let rest = UnsafeBufferPointer(start: text + start, count: Int(end) - start)
        initial.state = lexicon.state(behind: rest) ?? 0
        initial.value = initial.state == 0 ? 0 : lexicon.value(at: initial.state).map { $0 + 1 } ?? 0
      }
      if initial.value != 0 {
        matches[found] = Match(
          value: initial.value - 1, next: places[index].match, length: 1, lexicon: number)
        places[index].match = UInt32(truncatingIfNeeded: found)
        found += 1
        ahead &+= lexicon.touch(initial.value - 1)
      }
      searches[active] = Search(
        state: initial.state, offset: end, place: UInt32(truncatingIfNeeded: index), length: 1)
      active += initial.state != 0 && Int(end) < length ? 1 : 0
    }
    matchCount = found
    searchCount = active
    readAhead &+= ahead
  }

  /// Takes all searches on by one byte.
  private mutating func step(_ text: UnsafePointer<UInt8>, _ length: Int, _ lexicon: Lexicon, _ number: UInt32) {
    matches.reserve(matchCount + searchCount, Match())
    let (places, matches, searches) = (places.base, matches.base, searches.base)
    let (units, unitCount) = (lexicon.units, lexicon.unitCount)
    var active = 0
    for index in 0..<searchCount {
      // SAFETY: as above. What fails is overwritten by the next: no branch waits for the array.
      var search = searches[index]
      let child = Lexicon.unit(search.state &+ UInt32(text[Int(search.offset)]) &+ 1, units, unitCount)
      let goesOn = child.check == search.state
      search.state = child.base
      search.offset &+= 1
      searches[active] = search
      active += goesOn ? 1 : 0
    }
    var (found, rest, ahead) = (matchCount, 0, UInt16(0))
    for index in 0..<active {
      var search = searches[index]
      let isAtEnd = Int(search.offset) >= length
      if isAtEnd || text[Int(search.offset)] & 0xC0 != 0x80 {
        search.length &+= 1
        let place = Int(search.place)
        let unit = Lexicon.unit(search.state, units, unitCount)
        matches[found] = Match(
          value: ~unit.base, next: places[place].match, length: search.length, lexicon: number)
        if unit.check == search.state && Int32(bitPattern: unit.base) < 0 {
          places[place].match = UInt32(truncatingIfNeeded: found)
          found += 1
          ahead &+= lexicon.touch(~unit.base)
        }
      }
      searches[rest] = search
      rest += isAtEnd ? 0 : 1
    }
    matchCount = found
    searchCount = rest
    readAhead &+= ahead
  }
}
