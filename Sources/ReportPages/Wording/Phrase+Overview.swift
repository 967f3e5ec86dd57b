/// The overview.
extension Phrase {
  static let overviewLead = Phrase("%1から%2までの%3件の記事を、語と文から読み解きます。", "%3 article(s) from %1 to %2, read by their words.")
  static let overviewLeadUndated = Phrase("%1件の記事を、語と文から読み解きます。", "%1 article(s), read by their words.")
  static let medianTime = Phrase("読了時間の中央値", "Median reading time")
  static let distinctNames = Phrase("固有名", "Names")
  static let distinctTerms = Phrase("語", "Terms")
  static let courseSection = Phrase("記事の推移", "Articles over time")
  static let courseOfArticles = Phrase("公開した記事の数", "Articles published")
  static let courseDescription = Phrase(
    "時期ごとの記事の数。最も多いのは%1の%2件、最も少ないのは%3の%4件。",
    "Articles by period. Most in %1 (%2), fewest in %3 (%4).")
  static let topicsSection = Phrase("話題の移り変わり", "What came up when")
  static let termLines = Phrase("勢いの変わった語", "Terms whose weight changed")
  static let termLinesNote = Phrase(
    "ある時期に集中して現れた語の、その時期の記事に占める割合。", "Terms with the heaviest bursts: the share of articles that use them.")
  static let linesDescription = Phrase("%1の線グラフ。%2。", "Lines for %1. %2.")
  static let fromTo = Phrase("%1は%2から%3へ", "%1 from %2 to %3")
  static let nameRanks = Phrase("よく現れる固有名の順位", "The names in most articles, by rank")
  static let nameRanksNote = Phrase(
    "時期ごとに、取り上げた記事の多い順。線の切れ目は順位の外です。", "By the number of articles in each period; a gap is a rank below these.")
  static let ranksDescription = Phrase("時期ごとの順位。最後の時期の上位は%1。", "Ranks by period. First in the last period: %1.")
  static let rank = Phrase("順位", "Rank")
  static let burstTable = Phrase("集中して現れたもの", "What came in bursts")
  static let burstNote = Phrase(
    "月ごとの記事の数。色の付いた月に、ふだんの倍の割合で現れました（Kleinberg 2002）。",
    "Articles by month. In the coloured months the share was about twice the usual one (Kleinberg 2002).")
  static let sparkTitle = Phrase("%1の月ごとの記事数。集中した時期: %2", "%1: articles by month. Bursts: %2")
  static let sentimentSection = Phrase("評価の移り変わり", "How the archive judges")
  static let sentimentLine = Phrase("記事の評価の平均", "Mean judgment of the articles")
  static let sentimentNote = Phrase(
    "−1は否定、+1は肯定。本文の評価語から数え、書き手の気持ちを推し量ったものではありません。",
    "−1 is negative, +1 positive; counted from words on the page, not a guess at the author's mood.")
  static let sentimentDescription = Phrase(
    "時期ごとの平均。最も高いのは%1の%2、最も低いのは%3の%4。", "Means by period. Highest in %1 (%2), lowest in %3 (%4).")
  static let sentimentShares = Phrase("文の評価の割合", "Sentences by judgment")
  static let sharesDescription = Phrase(
    "全体では肯定%1、否定%2、両方%3、中立%4。", "In all: positive %1, negative %2, both %3, neutral %4.")
  static let networkSection = Phrase("一緒に語られるもの", "What is spoken of together")
  static let networkTitle = Phrase("固有名の共起ネットワーク", "Names in the same sentences")
  static let networkNote = Phrase(
    "同じ文に現れる固有名を結びました。線の太さは結び付きの強さ（対数尤度比）、大きさは記事の数です。",
    "Names in the same sentence are joined. Thickness: log-likelihood; size: number of articles.")
  static let networkDescription = Phrase(
    "%1個の固有名と%2本の線。結び付きの強い組は%3。", "%1 name(s), %2 edge(s). The strongest pairs: %3.")
  static let pair = Phrase("%1と%2", "%1 and %2")
  static let together = Phrase("一緒に現れるもの", "Together with")
  static let logLikelihood = Phrase("対数尤度比", "Log-likelihood")
  static let sentences = Phrase("文", "Sentences")
  static let tagSection = Phrase("タグとカテゴリー", "Tags and categories")
  static let tagMap = Phrase("タグの地図", "Map of tags")
  static let tagMapNote = Phrase(
    "右ほど多くの記事に付き、上ほど内容の似た記事どうしに付いています。右下のタグは、記事を見分ける役に立っていません。",
    "Further right: on more articles. Higher: on articles that are alike. What is at the lower right tells little.")
  static let tagMapDescription = Phrase("%1個のタグ。見分ける役に立っていないものは%2。", "%1 tag(s). Telling little: %2.")
  static let tagCommon = Phrase("付いている記事の割合", "share of articles")
  static let tagTelling = Phrase("見分ける力（ポイント）", "telling power (points)")
  static let tagTells = Phrase("見分ける力", "Telling power")
  static let tagState = Phrase("状態", "State")
  static let spellingsTitle = Phrase("表記の揺れているタグ", "Tags in several spellings")
  static let categoryShares = Phrase("カテゴリーの割合", "Shares of categories")
  static let readingSection = Phrase("読む時間と読みやすさ", "Reading time and readability")
  static let readingHistogram = Phrase("読了時間（分）", "Reading time (minutes)")
  static let sentenceHistogram = Phrase("1文の平均の長さ（字）", "Mean length of a sentence (characters)")
  static let hanHistogram = Phrase("漢字の割合（%）", "Share of kanji (%)")
  static let histogramDescription = Phrase("%1件の記事の分布。中央値は%2。", "Distribution over %1 article(s). The median is %2.")
  static let median = Phrase("中央値 %1", "median %1")
  static let range = Phrase("範囲", "Range")
}

/// What is off.
extension Phrase {
  static let findingSection = Phrase("気になる点", "What is off")
  static let matterTitle = Phrase("フロントマター", "Front matter")
  static let matterNote = Phrase(
    "%1件の記事ファイルを、索引のときと同じ内容であることを確かめて調べました。",
    "%1 files were looked at, after making sure that they are as they were indexed.")
  static let matterUnchecked = Phrase(
    "%1件は、ファイルがないか索引のあとで変わったため、調べていません。", "%1 were not: the file is gone, or was changed since.")
  static let matterNotRead = Phrase(
    "このページは索引だけから作られ、記事ファイルのフロントマターは調べていません。kiji front-matter check で調べられます。",
    "This page comes from the index alone; kiji front-matter check looks at the files.")
  static let finding = Phrase("指摘", "Finding")
  static let example = Phrase("例", "Example")
  static let variantsTitle = Phrase("表記の揺れ", "Words in several spellings")
  static let variantsNote = Phrase("多い表記と、そうでない表記。", "The usual spelling, and the others.")
  static let usualForm = Phrase("多い表記", "Usual")
  static let otherForms = Phrase("ほかの表記", "Others")
  static let kind = Phrase("種類", "Kind")
  static let duplicatesTitle = Phrase("ほとんど同じ記事", "Articles that are nearly the same")
  static let similarity = Phrase("類似度", "Similarity")
  static let noDuplicates = Phrase(
    "語の並びの60%以上が重なる記事の組はありません。", "No two articles share 60 % of their sequences of words.")
  static let passagesTitle = Phrase("何度も使われている文章", "Passages used again and again")
  static let passage = Phrase("文章", "Passage")
  static let dealsTitle = Phrase("取引", "Deals")
  static let dealsNote = Phrase(
    "本文が伝える投資、買収、提携など、伝える記事の多い順。金額は最も多い書き方です。",
    "Investments, acquisitions, partnerships told of, by articles. The amount is the one written most often.")
  static let newest = Phrase("最新の記事", "Newest article")
  static let deal = Phrase("内容", "Deal")
  static let amount = Phrase("金額", "Amount")
  static let listsSection = Phrase("語と固有名", "Terms and names")
  static let heaviestTerms = Phrase("この記事集らしい語", "Terms of this archive")
  static let heaviestNames = Phrase("多くの記事に現れる固有名", "Names in most articles")
}
