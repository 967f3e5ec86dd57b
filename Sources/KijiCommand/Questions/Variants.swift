import ArchiveAnalysis
import ArchiveIndex
import ArgumentParser
import Foundation
import Kiji
import Morphology
import Reporting
import TextCore

/// `kiji variants`: words that an archive writes in several ways.
struct Variants: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "表記揺れ（サーバ/サーバー、出来る/できる、Github/GitHub など）を、多い表記と割合とともに示します。",
    discussion: """
      --check は、多い表記でない箇所を PATH:LINE:COLUMN の形で示し、あれば終了コード1で終わります。
      --fix は、直して安全な箇所（本文だけ。コード、リンク、引用、front matter は除きます）を多い表記に直します。
      例外と優先する表記は .kiji.yml の variants に書きます。
      """)

  @OptionGroup var options: IndexOptions
  @OptionGroup var limit: LimitOption

  @Option(help: "種類をコンマ区切りで（\(Variants.knownKinds)）。")
  var kind: String?

  @Option(help: "--check と --fix の対象にする、多い表記の割合の下限。")
  var ratio = 0.7

  @Option(help: "一つの揺れについて示す箇所の数の上限。")
  var places = 3

  @Flag(help: "多い表記でない箇所を示し、あれば終了コード1で終わります。")
  var check = false

  @Flag(help: "直して安全な箇所を、多い表記に直します。")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "--fix で直す箇所を示すだけで、ファイルを書き換えません。")
  var dryRun = false

  @OptionGroup var dictionaries: DictionaryOptions

  private static var knownKinds: String { VariantGroup.Kind.allCases.map(\.rawValue).joined(separator: "、") }

  func validate() throws {
    if !(ratio > 0.5 && ratio <= 1) { throw ValidationError("--ratio には0.5より大きく1以下の数を指定してください。") }
    if places < 0 { throw ValidationError("--places には0以上の整数を指定してください。") }
    if check, fix { throw ValidationError("--check と --fix は一緒に使えません。") }
    if dryRun, !fix { throw ValidationError("--dry-run は --fix と一緒に使います。") }
    _ = try kinds()
  }

  func run() throws {
    var configuration = try dictionaries.configuration(input: nil)
    let words = configuration.variants
    configuration.options.parts = []
    let kiji = try dictionaries.open(configuration)
    let index = try options.open()
    let start = DispatchTime.now()
    let kinds = try kinds()
    let groups = try options.telling { try VariantFinder(index: index, kiji: kiji, words: words).groups() }
      .filter { kinds.contains($0.kind) }
    let finder = VariantPlaces(index: index, kiji: kiji, decoding: configuration.options.decoding)
    if check || fix {
      let sure = groups.filter { $0.isPreferred || $0.ratio >= ratio }
      let found = try options.telling { try finder.places(of: sure) }
      if fix { return try VariantFix(decoding: configuration.options.decoding, dryRun: dryRun).run(found) }
      for place in found { Console.write(place.warning + "\n") }
      if !found.isEmpty { throw ExitCode(1) }
      return
    }
    let shown = Array(groups.prefix(limit.rows()))
    let found = places > 0 ? try options.telling { try finder.places(of: shown) } : []
    if options.timing {
      let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
      Console.tell("kiji: \(String(format: "%.2f", seconds))秒")
    }
    Console.write(table(shown, total: groups.count, found).render(options.format))
  }

  private func kinds() throws -> Set<VariantGroup.Kind> {
    guard let kind else { return Set(VariantGroup.Kind.allCases) }
    var kinds: Set<VariantGroup.Kind> = []
    for name in kind.split(separator: ",") {
      guard let kind = VariantGroup.Kind(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
        throw ValidationError("--kind に「\(name)」という種類はありません。指定できるのは \(Self.knownKinds) です。")
      }
      kinds.insert(kind)
    }
    return kinds
  }

  private func table(_ groups: [VariantGroup], total: Int, _ found: [VariantPlace]) -> AnswerTable {
    var table = AnswerTable(
      schema: "kiji.variants/1", rowsKey: "groups",
      columns: [
        .init("kind", "種類"), .init("usual", "多い表記"), .init("count", "回数"), .init("ratio", "割合"),
        .init("others", "ほかの表記"), .init("places", "箇所"),
      ], nothing: "表記揺れはありません。")
    table.facts = [.init("total", .integer(total))]
    table.rows = groups.map { group in
      let others = group.forms.dropFirst().map { form -> AnswerValue in
        .shown(
          "\(form.text)（\(form.count)回、\(form.articles)件）",
          .object([
            .init("form", .text(form.text)), .init("count", .integer(form.count)),
            .init("articles", .integer(form.articles)),
          ]))
      }
      let own = found.filter { $0.group == group }.prefix(places)
      return [
        .shown(group.kind.label, .text(group.kind.rawValue)), .text(group.forms[0].text),
        .integer(group.forms[0].count), .score(group.ratio), .list(others),
        .list(
          own.map { place in
            .shown(
              place.position,
              .object([
                .init("path", .text(place.path)), .init("line", .integer(place.line)),
                .init("column", .integer(place.column)), .init("text", .text(place.text)),
              ]))
          }),
      ]
    }
    return table
  }
}

extension VariantGroup.Kind {
  /// The kind in Japanese.
  var label: String {
    switch self {
    case .katakana: "カタカナ"
    case .middleDot: "中黒"
    case .width: "全角と半角"
    case .letterCase: "大文字と小文字"
    case .okurigana: "送り仮名"
    case .kanji: "漢字とかな"
    }
  }
}
