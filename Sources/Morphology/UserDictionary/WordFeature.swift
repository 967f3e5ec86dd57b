extension FeatureLayout {
  /// The feature of a word that a list adds to a dictionary, with as many columns as the dictionary's own words have.
  func feature(of surface: String, kind: WordKind, reading: String?) -> [UInt8] {
    var columns = [String](repeating: "*", count: max(columnCount, readingColumn + 1, pronunciationColumn + 1))
    columns.replaceSubrange(0..<4, with: kind.parts(in: family))
    let reading = reading ?? Kana.katakana(surface) ?? "*"
    switch family {
    case .ipadic:
      (columns[6], columns[7], columns[8]) = (surface, reading, reading)
      // NAIST-jdic's last two columns, variants and compounds, are empty where there are none.
      for index in 9..<max(9, columns.count) { columns[index] = "" }
    case .juman:
      columns[4] = kind == .adjectivalNoun ? surface + "だ" : surface
      columns[5] = Kana.hiragana(reading)
    case .unidic:
      for index in [7, 8, 10] { columns[index] = surface }
      for index in [6, 9, 11] { columns[index] = reading }
      // kana, kanaBase, form, formBase.
      if readingColumn > 9 { for index in readingColumn..<readingColumn + 4 { columns[index] = reading } }
    }
    return Array(columns.map(Self.quoted).joined(separator: ",").utf8)
  }

  /// A column, in double quotes where it needs them.
  private static func quoted(_ column: String) -> String {
    guard column.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else { return column }
    return "\"" + column.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
