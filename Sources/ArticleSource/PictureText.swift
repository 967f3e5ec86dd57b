/// Judges the text that stands for a picture.
enum PictureText {
  /// Words that people and programs write where a description is due.
  private static let placeholders: [StaticString] = [
    "image", "images", "img", "alt", "alt text", "alt-text", "photo", "picture", "figure", "thumbnail", "screenshot",
    "icon", "logo", "avatar", "banner", "slide", "画像", "イメージ", "写真", "スクリーンショット",
  ]
  private static let extensions: [StaticString] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp"]

  /// Whether the text says something to a reader: it is no file name, number or placeholder.
  static func isCaption(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = 0
    var digits = 0
    var spaces = 0
    for place in range {
      let byte = source[place]
      if byte >= 0x80 { letters += 2 }
      if byte.isASCIILetter { letters += 1 }
      if byte.isASCIIDigit { digits += 1 }
      if byte.isASCIISpace { spaces += 1 }
    }
    guard letters >= 2 else { return false }
    let isWord = spaces == 0 && digits > 0 && !range.contains { source[$0] >= 0x80 }
    let isFile = extensions.contains {
      range.count > $0.utf8CodeUnitCount
        && source.starts(ignoringCase: $0, at: range.upperBound - $0.utf8CodeUnitCount)
    }
    let isPlaceholder = placeholders.contains {
      range.count == $0.utf8CodeUnitCount && source.starts(ignoringCase: $0, at: range.lowerBound)
    }
    let isDated = digits >= 6 && source.holds("スクリーンショット", at: range.lowerBound)
    return !isWord && !isDated && !isFile && !isPlaceholder
  }
}
