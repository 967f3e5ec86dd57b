internal import Foundation

/// Judges which ways to write a Latin word are to be compared.
enum LatinForms {
  /// So much of the time a name is written with capital letters, or small letters are as right.
  private static let nameShare = 0.8
  /// So much of the time a short name is written in one way, or the ways are different names.
  private static let shortNameShare = 0.7
  private static let shortLetters = 4
  /// Words of English, of HTTP, SQL and program code, which stand in small or capital letters by their role.
  private static let byRole = Set(
    """
    act action actions agent all and any api-key app array article as at be best body boolean branch build
    button by case class client cloud code command commit component components config context core count data date day
    delete dialog do effect error event false feat file fix footer for form from function get go he head header
    home hook hooks how id if image in index input insert is issue it join key label layout link list main map
    max me merge meta min modal model mutation my nan new next no node none not note null number object of off
    ok on one open option options or page part patch plus post pro project promise props provider proxy pull
    push put query reflect release request resource response router schema scratch search section select server
    service session set state step store string sum symbol table test text the thread time title to todo token
    tool tools top true type up update us user value version view vs we what when where who why with worker yes
    you
    """.split { $0 == " " || $0.isNewline }.map(String.init))

  static func kept(
    _ forms: [VariantGroup.Form], names: Set<String>, preferred: Set<String>
  ) -> [VariantGroup.Form] {
    let small = forms.filter { $0.text == $0.text.lowercased() }
    let capital = forms.filter { $0.text != $0.text.lowercased() }
    guard let main = capital.max(by: { $0.count != $1.count ? $0.count < $1.count : $0.text > $1.text }),
      !byRole.contains(main.text.lowercased())
    else { return [] }
    let isName = names.contains(main.text) || preferred.contains(main.text)
    // All in capitals is emphasis or a constant where the name itself has small letters.
    var kept = capital.filter { form in
      form.text == main.text || isWide(form.text) || !(isShouting(form.text) && !isShouting(main.text))
        || form.text.unicodeScalars.count <= 4
    }
    // A capital in front alone may be a class, a heading or a common word.
    kept = kept.filter { form in
      form.text == main.text || isName || isWide(form.text) || !isPlain(form.text) || !isPlain(main.text)
    }
    let share = Double(main.count) / Double(max(1, main.count + small.reduce(0) { $0 + $1.count }))
    let isSmallWrong = share >= nameShare && (isName || !isPlain(main.text) && main.text.unicodeScalars.count > 2)
    let capitals = kept.reduce(0) { $0 + $1.count }
    if main.text.unicodeScalars.count <= shortLetters, !isWide(main.text),
      Double(main.count) < shortNameShare * Double(capitals)
    {
      return []
    }
    return kept + (isSmallWrong ? small : [])
  }

  private static func isWide(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0xFF00 } }
  private static func isShouting(_ text: String) -> Bool { text == text.uppercased() }
  /// Whether it has no capital letter but in front.
  static func isPlain(_ text: String) -> Bool {
    String(text.dropFirst()) == text.dropFirst().lowercased()
  }
}
