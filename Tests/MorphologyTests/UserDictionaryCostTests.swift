import Morphology
import Testing
import TextCore

/// The rule of costs on IPADIC: new words are found, and what was right before stays as it was.
@Suite("Costs of user dictionaries", .enabled(if: installed(.ipadic) != nil, "IPADIC がありません"))
struct UserDictionaryCostTests {
  /// Words to add, among them some that invite mistakes: pieces of other words, kana, known words.
  static let words: [(String, WordKind)] = [
    ("生成AI", .noun), ("ネット", .noun), ("東京都庁前", .place), ("すもも", .noun), ("うな重", .noun), ("非同期処理", .noun),
    ("同期処理", .noun),
    ("スマートフォン", .noun), ("メタ", .organization), ("ググる力", .noun), ("京都大", .organization), ("ぴえん", .noun), ("なう", .noun),
    ("推し活", .verbalNoun), ("エモい話", .noun), ("都庁", .place), ("人工知能学会", .organization), ("日本語処理", .noun), ("カメ", .noun),
    ("マネーフォワード", .organization), ("大谷翔平", .person), ("とも", .person), ("ノート", .product), ("くま", .person),
  ]

  /// Sentences without a listed word as a word, though letters of some stand in them.
  static let untouched = [
    "同様な問題がそのようなときに起こる。", "東京都の都知事が京都に行った。", "すべてのものはもとのところに戻ってきた。", "インターネットの発生には多くの要因がある。",
    "彼は大学生で、生成物を調べている。", "それはそうなのだが、うなずくしかない。", "カメラを持って亀を見に行く。", "友達と共に歩いた。", "もちろん、そうなるともう遅い。",
    "メタルの箱に入れる。", "今日は雨が降りそうなので家にいる。", "彼女は本を開いて書き始めた。", "どうしようもなく悲しいことなのです。", "同時期に処理が行われた。",
    "東京、京都、大阪の三都市を回る。", "値段が高くても買いたい。", "ともかく始めよう。", "少なくともあと三日かかる。", "うまくまとめて話す。", "早くまた会いたい。", "会社は京都大会に出た。",
    "そんなうわさを聞いた。", "とてもともだち思いだ。", "くまなく探した。", "泣くまで待とう。",
  ]

  private func models() throws -> (base: MeCabModel, new: MeCabModel) {
    let base = try MeCabModel(#require(installed(.ipadic)))
    let scratch = try ScratchFolder()
    var builder = try UserDictionaryBuilder(model: base)
    let list = WordList(entries: Self.words.map { WordList.Entry(surface: $0.0, kind: $0.1) })
    let path = try scratch.write("user.dic", builder.compile(list) { $0 }.bytes)
    return (base, try MeCabModel(base.location, userDictionaries: [path]))
  }

  @Test("Sentences without a listed word are cut as before")
  func untouched() throws {
    let models = try models()
    var base = try Segmenter(model: models.base)
    var new = try Segmenter(model: models.new)
    for sentence in Self.untouched { #expect(try new.lines(sentence) == base.lines(sentence), "\(sentence)") }
  }

  @Test("Listed words are found in sentences, next to particles, nouns and punctuation")
  func found() throws {
    var new = try Segmenter(model: models().new)
    let sentences: [(String, [String])] = [
      ("生成AIの時代", ["生成AI", "の", "時代"]), ("この生成AIは速い", ["この", "生成AI", "は", "速い"]), ("「生成AI」", ["「", "生成AI", "」"]),
      ("東京都庁前で降りる", ["東京都庁前", "で", "降りる"]), ("非同期処理を書く", ["非同期処理", "を", "書く"]), ("同期処理を書く", ["同期処理", "を", "書く"]),
      ("推し活する人", ["推し活", "する", "人"]), ("大谷翔平が打った", ["大谷翔平", "が", "打っ", "た"]), ("人工知能学会に行く", ["人工知能学会", "に", "行く"]),
      ("すもももももももものうち", ["すもも", "も", "もも", "も", "もも", "の", "うち"]),
    ]
    for (sentence, expected) in sentences { #expect(try new.surfaces(sentence) == expected, "\(sentence)") }
  }

  @Test("The search for what a word's letters cost agrees with MeCab's own")
  func search() throws {
    let base = try MeCabModel(#require(installed(.ipadic)))
    var lattice = try WordLattice(model: base)
    var segmenter = try Segmenter(model: base)
    for sentence in Self.untouched + Self.words.map(\.0) + ParityTests.sentences {
      let bytes = Array(sentence.utf8)
      lattice.read(bytes)
      let best = lattice.bestCosts(from: [.boundary], to: [.boundary])
      #expect(try best == [[segmenter.bestCost(of: bytes)]], "\(sentence)")
    }
  }

  @Test("Costs stay within 16 bits, however long the word")
  func clamped() throws {
    let base = try MeCabModel(#require(installed(.ipadic)))
    var builder = try UserDictionaryBuilder(model: base)
    let long = String(repeating: "東京生成", count: 60)
    let scratch = try ScratchFolder()
    let list = WordList(entries: [WordList.Entry(surface: long)])
    let path = try scratch.write("user.dic", builder.compile(list) { $0 }.bytes)
    var segmenter = try Segmenter(model: MeCabModel(base.location, userDictionaries: [path]))
    #expect(try segmenter.surfaces("これは\(long)だ") == ["これ", "は", long, "だ"])
  }
}
