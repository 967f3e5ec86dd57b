import ArgumentParser
import Foundation
import Kiji
import Morphology
import Reporting

/// `kiji doctor`: what is installed and what is missing.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "版、見つかった辞書、探した場所、足りないものとその入れ方を示します。")

  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    let configuration = try dictionaries.configuration(input: nil)
    var rows: [(String, String)] = [
      ("kiji", Version.current), ("libmecab", MeCabModel.libraryVersion), ("キャッシュ", configuration.cacheFolder),
    ]
    var missing: [String] = []
    for name in DictionaryName.allCases {
      do {
        let location = try configuration.dictionaryLocator.locate(.named(name))
        rows.append((name.rawValue, location.path))
      } catch {
        rows.append((name.rawValue, "見つかりません"))
        if configuration.dictionary == .named(name) { missing.append(error.message) }
      }
    }
    if missing.isEmpty {
      do {
        let kiji = try Kiji(configuration: configuration)
        rows.append(("使う辞書", "\(kiji.dictionary.path)（\(kiji.model.size)語、\(kiji.model.charset)）"))
        rows.append(
          ("追加の語", kiji.model.userDictionaries.isEmpty ? "なし" : kiji.model.userDictionaries.joined(separator: "、")))
        missing += kiji.diagnostics.map(\.message)
      } catch let error as MorphologyError {
        missing.append(error.message)
      } catch let error as WordListError {
        missing.append(error.message)
      }
    }
    let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    for row in rows { Console.write("\(DisplayWidth.pad(row.0, to: width))  \(row.1)\n") }
    guard !missing.isEmpty else {
      Console.write("すべて揃っています。\n")
      return
    }
    for message in missing { Console.tell("kiji: error: \(message) [doctor]") }
    throw ExitCode(2)
  }
}
