import Annotation
import TextCore

/// What the form of a phrase alone says of it as a tag.
package enum TagForm {
  /// Whether the phrase can be a tag: no number, no sign, no single letter, no word in hiragana alone, no name of a
  /// variable.
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
    guard let first = term.unicodeScalars.first, Script(first.value) != .other || first == ".", first != "ー"
    else { return false }
    return count > 1 && letters > 0 && letters * 2 >= count && !isAllHiragana && !isVariable(term)
  }

  /// Whether a word is the name of a file or of a member: counter.spec.ts, cy.get. Names of programs that look so have
  /// a capital (Vue.js) or one of a few endings.
  package static func isFileOrMember(_ term: String) -> Bool {
    guard term.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: " ") }) else { return false }
    let parts = term.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, let lead = last.utf8.first, lead &- 0x61 < 26 else { return false }
    return parts.count > 2 || !NameEndings.all.contains(String(last))
  }

  /// The small letters that a name of a variable begins with, at the least: iPhone and eBay have one.
  private static let fewestSmall = 2

  /// Whether a word is written as variables are: apiVersion, node_modules.
  private static func isVariable(_ term: String) -> Bool {
    guard term.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: " ") }) else { return false }
    if term.utf8.contains(UInt8(ascii: "_")) { return true }
    // macOS is a name: the capital has to be followed by a small letter.
    let rest = term.utf8.drop { $0 &- 0x61 < 26 }
    let hump = Array(rest.prefix(2))
    return term.utf8.count - rest.count >= fewestSmall && hump.count == 2 && hump[0] &- 0x41 < 26
      && hump[1] &- 0x61 < 26
  }
}
