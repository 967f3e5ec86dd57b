/// The name of an element: its first eight letters in lower case, and its length.
///
/// That tells all names of HTML apart.
struct HTMLName: Hashable {
  private let letters: UInt64
  private let count: Int

  /// Reads the name that starts at `start`, and answers where it ends.
  static func read(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (name: HTMLName, end: Int) {
    var place = start
    var letters: UInt64 = 0
    while place < end, !text[place].isASCIISpace, text[place] != 0x2F, text[place] != 0x3E,
      text[place] != 0x3C
    {
      if place - start < 8 { letters = letters << 8 | UInt64(text[place].asciiLowercased) }
      place += 1
    }
    return (HTMLName(letters: letters, count: place - start), place)
  }

  private init(letters: UInt64, count: Int) {
    self.letters = letters
    self.count = count
  }

  /// The name in a word of the tables below.
  init(_ word: Substring) {
    letters = word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    count = word.utf8.count
  }
}

/// What an element means for the prose around it.
enum HTMLRole: Equatable {
  /// Nothing: its text goes on in the line.
  case inline
  /// A block of its own, of the kind of what it stands in.
  case block
  /// A heading of a level.
  case heading(Int)
  /// A block of a kind.
  case part(ProseBlock.Kind)
  /// A list or table, whose items do not end the item it stands in.
  case list
  /// A line break.
  case lineBreak
  /// A picture.
  case image
  /// A link.
  case link
  /// Code in a line.
  case code
  /// A block of code.
  case codeBlock
  /// An article, the part of a page that a reader came for.
  case article
  /// What a page has around its text: navigation, notes at the side, the foot.
  case chrome
  /// What is no text of a page, but may be mentioned unquoted in Markdown.
  case documentPart
  /// No text at all.
  case hidden
}

/// An element of HTML, as far as prose is concerned.
struct HTMLElement {
  /// What it means.
  private(set) var role = HTMLRole.inline
  /// Whether it has no content and no end tag.
  private(set) var isVoid = false
  /// Whether its content is raw text in which tags mean nothing.
  private(set) var isRawText = false
  /// Whether its end tag may be left out, so that the number of open ones says nothing of the depth of a page.
  private(set) var hasOptionalEnd = false

  /// The element `name`; an unknown one is inline.
  static func named(_ name: HTMLName) -> HTMLElement { elements[name] ?? HTMLElement() }

  /// The element whose content is the title of the page.
  static let title = HTMLName("title")
  /// The element that may give the title of the page to social networks.
  static let meta = HTMLName("meta")
  /// The element that holds what is the page's own.
  static let main = HTMLName("main")
  /// The element that holds a text that stands for itself.
  static let article = HTMLName("article")
  /// An element that readers press.
  static let button = HTMLName("button")

  private static let elements: [HTMLName: HTMLElement] = {
    var elements: [HTMLName: HTMLElement] = [:]
    func note(_ words: String, _ change: (inout HTMLElement) -> Void) {
      for word in words.split(separator: " ") { change(&elements[HTMLName(word), default: HTMLElement()]) }
    }
    for (words, role) in roles { note(words) { $0.role = role } }
    note("area base br col embed hr img input link meta param source track wbr") { $0.isVoid = true }
    note("script style textarea title xmp iframe noembed noframes") { $0.isRawText = true }
    note("p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp body html head") {
      $0.hasOptionalEnd = true
    }
    return elements
  }()

  private static let roles: [(words: String, role: HTMLRole)] = [
    (
      "address body center details dialog dir div fieldset figure form frameset header hgroup hr legend main p search "
        + "section summary tbody tfoot thead tr optgroup dl", .block
    ),
    ("h1", .heading(1)), ("h2", .heading(2)), ("h3", .heading(3)),
    ("h4", .heading(4)), ("h5", .heading(5)), ("h6", .heading(6)),
    ("li dt dd", .part(.listItem)), ("td th", .part(.tableCell)), ("blockquote", .part(.quote)),
    ("figcaption caption", .part(.caption)), ("ul ol menu table", .list),
    ("br", .lineBreak), ("img image", .image), ("a", .link), ("code samp tt", .code),
    ("pre xmp listing plaintext", .codeBlock), ("article", .article), ("nav aside footer", .chrome),
    ("head title template textarea select datalist input", .documentPart),
    (
      "script style noscript iframe noembed noframes object embed applet svg math canvas audio video map rt rp button "
        + "rtc progress meter", .hidden
    ),
  ]
}
