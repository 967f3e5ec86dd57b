import ArticleSource
import Testing

@Suite("Article dates")
struct ArticleDateTests {
  @Test(
    "Dates are read in the forms that blogs write",
    arguments: [
      ("2025-11-02", "2025-11-02"), ("2025/11/2", "2025-11-02"), ("2025.11.2", "2025-11-02"),
      ("20251102", "2025-11-02"),
      ("2014年2月12日", "2014-02-12"), ("２０１４年２月１２日（水）", "2014-02-12"), ("Feb 12, 2014", "2014-02-12"),
      ("February 12th, 2014", "2014-02-12"), ("12 Feb 2014", "2014-02-12"), ("12-Feb-2014", "2014-02-12"),
      ("Sept. 3, 2024", "2024-09-03"), ("2024-02-29", "2024-02-29"), ("2024-Feb-29", "2024-02-29"),
      (" 2024-01-05 ", "2024-01-05"),
    ])
  func days(_ text: String, _ expected: String) {
    #expect(ArticleDate(parsing: text)?.iso8601 == expected)
  }

  @Test(
    "Times and zones are kept as written",
    arguments: [
      ("2025-11-02 12:54:50 +0900", "2025-11-02T12:54:50+09:00"), ("2025-11-02 12:54:50 +0000", "2025-11-02T12:54:50Z"),
      ("2025-11-02T12:54:50.123Z", "2025-11-02T12:54:50Z"), ("2025-11-02T12:54:50", "2025-11-02T12:54:50"),
      ("2025-11-02T12:54:50.123456789+05:30", "2025-11-02T12:54:50+05:30"), ("2024-02-05T21:11", "2024-02-05T21:11:00"),
      ("2015-12-31T1:44", "2015-12-31T01:44:00"), ("20140212T141004Z", "2014-02-12T14:10:04Z"),
      ("2022-09-04T00:00+09:00", "2022-09-04T00:00:00+09:00"), ("2025/11/2 7:05", "2025-11-02T07:05:00"),
      ("Wed, 12 Feb 2014 14:10:04 +0000", "2014-02-12T14:10:04Z"),
      ("Wed, 12 Feb 2014 14:10:04 GMT", "2014-02-12T14:10:04Z"),
      ("12 Feb 2014 14:10 JST", "2014-02-12T14:10:00+09:00"),
      ("12 Feb 2014 14:10:04 -0330", "2014-02-12T14:10:04-03:30"),
      ("Wed Feb 12 14:10:04 2014", "2014-02-12T14:10:04"),
      ("Wed Feb 12 2014 14:10:04 GMT+0900 (JST)", "2014-02-12T14:10:04+09:00"),
      ("Feb 12, 2014 2:10 PM", "2014-02-12T14:10:00"), ("Feb 12, 2014 at 12:10 am", "2014-02-12T00:10:00"),
      ("2014年2月12日 14時10分4秒", "2014-02-12T14:10:04"), ("2014年2月12日(水) 午後2時", "2014-02-12T14:00:00"),
    ])
  func times(_ text: String, _ expected: String) {
    #expect(ArticleDate(parsing: text)?.iso8601 == expected)
  }

  @Test(
    "What no calendar or clock shows is no date",
    arguments: [
      "2025-02-30", "2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01",
      "2025-11-02 25:00",
      "2025-11-02 12:60:00", "2025-11-02T12:00:00+99:99", "2025-11-02 13:00 PM", "Feb 30, 2014",
    ])
  func impossible(_ text: String) {
    #expect(ArticleDate(parsing: text) == nil)
  }

  @Test(
    "What may be read in two ways, or not at all, is no date",
    arguments: [
      "", "2025", "2025-11", "11/02/2025", "02/11/25", "tomorrow", "2025-11-02 about noon", "2025-11/02", "draft",
      "2025-11-02T", "1.2.3", "99999999999999999999", "2025-11-02 12:54:50 Nowhere", "年月日", "Ma 5, 2024",
    ])
  func ambiguous(_ text: String) {
    #expect(ArticleDate(parsing: text) == nil)
  }

  @Test("Every day of four centuries is read back from its ISO form")
  func roundTrip() {
    var count = 0
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = ArticleDate(year: year, month: month, day: day) else { continue }
          count += 1
          if day > 27 { #expect(ArticleDate(parsing: date.iso8601) == date) }
        }
      }
    }
    #expect(count == 146_097)
  }
}
