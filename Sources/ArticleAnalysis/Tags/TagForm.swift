import TextCore

/// What the form of a phrase alone says of it as a tag.
package enum TagForm {
  /// Whether the phrase can be a tag: no number, no sign, no single letter, no word in hiragana alone.
  package static func isPossible(_ term: String) -> Bool {
    var letters = 0
    var count = 0
    var isAllHiragana = true
    for scalar in term.unicodeScalars {
      let script = Script(scalar.value)
      count += 1
      if script != .hiragana { isAllHiragana = false }
      switch script {
      case .digit, .space, .other: break
      default: letters += 1
      }
    }
    guard let first = term.unicodeScalars.first, Script(first.value) != .other || first == "." else { return false }
    return count > 1 && letters > 0 && letters * 2 >= count && !isAllHiragana
  }
}
