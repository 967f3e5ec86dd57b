internal import TextCore
internal import Yams

extension FrontMatterFault {
  /// How many names a message tells.
  private static let mostNames = 3

  /// The fault that a Yams error tells, of the block at `content`.
  init(yaml error: any Error, _ content: Range<Int>, in text: Span<UInt8>) {
    var cursor = LineColumnCursor(content, .yaml)
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      self.init(
        problem: Self.japanese(problem), offset: cursor.offset(line: mark.line, column: mark.column, in: text))
    case YamlError.reader(_, let characters, _, let yaml):
      let index = characters.flatMap { yaml.index(yaml.startIndex, offsetBy: $0, limitedBy: yaml.endIndex) }
      let distance = index.map { yaml.utf8.distance(from: yaml.startIndex, to: $0) } ?? 0
      self.init(problem: "制御文字が混ざっています", offset: min(content.lowerBound + distance, content.upperBound))
    case YamlError.duplicatedKeysInMapping(let names, let context):
      let place = Self.secondPlace(of: names, content, in: text)
      self.init(
        kind: .duplicate,
        problem: "「\(names.sorted().prefix(Self.mostNames).joined(separator: "」「"))」が2回以上書かれています",
        offset: place ?? cursor.offset(line: context.mark.line, column: context.mark.column, in: text))
    case YAMLProblem.tooDeep: self.init(problem: "入れ子が深すぎます", offset: content.lowerBound)
    case YAMLProblem.tooLarge: self.init(problem: "エイリアス（*）が多すぎます", offset: content.lowerBound)
    case YAMLProblem.notFields:
      self.init(problem: "「名前: 値」の形になっていません", offset: content.lowerBound)
    default: self.init(problem: "YAMLとして読めません", offset: content.lowerBound)
    }
  }

  /// Where one of `names` is written at the top level for the second time.
  private static func secondPlace(of names: [String], _ content: Range<Int>, in text: Span<UInt8>) -> Int? {
    let names = Set(names)
    var seen: Set<String> = []
    for section in FieldSection.sections(of: content, .yaml, in: text) where names.contains(section.name) {
      if !seen.insert(section.name).inserted { return section.range.lowerBound }
    }
    return nil
  }

  /// What libyaml's commonest problems mean for an author; others are told in libyaml's words.
  private static func japanese(_ problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "値の中に「: 」があります。値全体を引用符で囲んでください"
    case "could not find expected ':'": "名前の後ろに「:」がありません"
    case "did not find expected key", "did not find expected <block end>":
      "字下げか引用符が合っていません"
    case "did not find expected ',' or ']'": "リストの「,」か「]」がありません"
    case "did not find expected ',' or '}'": "「,」か「}」がありません"
    case "found unexpected end of stream", "found unexpected document indicator": "引用符が閉じていません"
    case "found unknown escape character": "引用符の中の「\\」の使い方が正しくありません"
    case "found character that cannot start any token":
      "値の先頭に使えない文字（タブ、@、`、%など）があります。値を引用符で囲んでください"
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      "「*」か「&」で始まる値があります。値を引用符で囲んでください"
    default: "YAMLとして読めません（\(problem)）"
    }
  }
}
