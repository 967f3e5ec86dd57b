/// Pages of articles, topics and months.
extension Phrase {
  static let excerpt = Phrase("抜粋", "Excerpt")
  static let excerptOfAuthor = Phrase("今のフロントマターの抜粋", "The excerpt in the front matter")
  static let points = Phrase("要点", "Points")
  static let text = Phrase("本文", "Text")
  static let textNote = Phrase(
    "本文はコードと画像を省いて示しています。", "The text is shown without code and pictures.")
  static let layers = Phrase("印を付けるもの", "What is marked")
  static let layerNames = Phrase("固有名", "Names")
  static let layerValues = Phrase("日付と数量", "Dates and amounts")
  static let layerCues = Phrase("評価の語", "Words that judge")
  static let layerSummary = Phrase("要約の文", "Sentences of the summary")
  static let figures = Phrase("数字", "Figures")
  static let judgedNames = Phrase("何を評価しているか", "What is judged")
  static let relatedTitle = Phrase("内容の近い記事", "Related articles")
  static let shared = Phrase("共通: %1", "In common: %1")
  static let tagComparison = Phrase("タグ", "Tags")
  static let presentTags = Phrase("今のタグ", "Present")
  static let suggestedTags = Phrase("kijiの提案", "Suggested by kiji")
  static let suggestedCategories = Phrase("合いそうなカテゴリー", "Categories that suit")
  static let agreed = Phrase("提案と同じ", "also suggested")
  static let newTag = Phrase("新しい", "new")
  static let noTags = Phrase("タグはありません。", "No tags.")
  static let readability = Phrase("読みやすさ", "Readability")
  static let readabilityNote = Phrase("数字です。良し悪しではありません。", "Figures, not verdicts.")
  static let meanSentence = Phrase("1文の平均", "Mean sentence")
  static let medianSentence = Phrase("1文の中央値", "Median sentence")
  static let longestSentence = Phrase("最も長い文", "Longest sentence")
  static let hanShare = Phrase("漢字の割合", "Kanji")
  static let chineseWords = Phrase("漢語", "Words of Chinese origin")
  static let japaneseWords = Phrase("和語", "Words of Japanese origin")
  static let politeStyle = Phrase("です・ます", "Polite endings")
  static let plainStyle = Phrase("である・だ", "Plain endings")
  static let longSentences = Phrase("最も長い文", "The longest sentences")
  static let mixedStyle = Phrase("文体の違う文", "Sentences of the other style")
  static let doubleParticles = Phrase("同じ助詞の続くところ", "Particles that stand twice")
  static let line = Phrase("%1行目", "line %1")
  static let paragraphs = Phrase("段落", "Paragraphs")
  static let codeCharacters = Phrase("コード", "Code")
  static let images = Phrase("画像", "Pictures")
  static let findingsTitle = Phrase("フロントマターの指摘", "Findings in the front matter")
  static let problemsTitle = Phrase("読み取りの注意", "Notes on reading")
  static let previousArticle = Phrase("前の記事", "Earlier")
  static let nextArticle = Phrase("次の記事", "Later")
  static let moreOf = Phrase("ほか%1件", "and %1 more")
  static let better = Phrase("この記事集の%1より肯定的", "more positive than %1 of the archive")
}

extension Phrase {
  static let shareOfArticles = Phrase("全記事の%1", "%1 of all articles")
  static let topicCourse = Phrase("取り上げた記事の数", "Articles that have it")
  static let typicalTerms = Phrase("特徴的な語", "Typical terms")
  static let typicalNote = Phrase(
    "ほかの記事より多く現れる語。長さは違いの大きさ（対数尤度比、p < 0.001）。",
    "Terms that stand more often than elsewhere; length: log-likelihood (p < 0.001).")
  static let companions = Phrase("一緒に現れる固有名", "Names beside it")
  static let companionsNote = Phrase(
    "ほかの記事より多くの記事に現れる固有名。長さは結び付きの強さ（対数尤度比）、数は記事の数。",
    "Names in more articles than elsewhere; length: log-likelihood, number: articles.")
  static let otherCount = Phrase("ほかの記事での回数", "Elsewhere")
  static let quotations = Phrase("どう書かれているか", "How it is written of")
  static let judgedAs = Phrase("肯定%1件、否定%2件、両方%3件", "positive in %1, negative in %2, both in %3 article(s)")
  static let tagPastedNote = Phrase(
    "記事の%1に付いていますが、内容の似た記事に付く割合はほかと%2ポイントしか違わず、記事を見分ける役に立っていません。",
    "On %1 of the articles, but articles that are alike have it only %2 point(s) more often than others: it tells little."
  )
  static let tagMentionedNote = Phrase(
    "記事の%1に付いています。語がひとことでも現れる記事のほとんどに付けられています。",
    "On %1 of the articles: nearly every one that has the word, even in passing.")
  static let tagTellsNote = Phrase(
    "内容の似た記事には、ほかより%1ポイント多く付いています。", "Articles that are alike have it %1 point(s) more often than others.")
  static let otherSpellings = Phrase("ほかの表記: %1", "Other spellings: %1")
  static let monthLead = Phrase("%1件、%2字。読むのに%3時間。", "%1 article(s), %2 character(s), %3 hour(s) to read.")
  static let monthLeadMinutes = Phrase("%1件、%2字。読むのに%3分。", "%1 article(s), %2 character(s), %3 minute(s) to read.")
  static let comparedToAll = Phrase("全体の平均は%1", "%1 in all")
  static let previousMonth = Phrase("前の月", "Earlier")
  static let nextMonth = Phrase("次の月", "Later")
  static let tagsOfMonth = Phrase("この月のタグ", "Tags of the month")
  static let mentionCount = Phrase("言及", "Mentions")
  static let sentimentOfTopic = Phrase("取り上げた記事の評価", "Judgment of the articles that have it")
  static let unsorted = Phrase("日付なし", "No date")
}
