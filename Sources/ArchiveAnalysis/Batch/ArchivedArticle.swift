package import ArticleAnalysis
import Morphology

/// An article as an archive keeps it: its analysis, its words, and its line of `articles.jsonl`.
package struct ArchivedArticle: Sendable {
  /// The path that it was found under; the name of the article in the archive.
  package let path: String
  /// How to tell whether it has changed.
  package let fingerprint: ArticleFingerprint
  /// What was found out about it.
  package let analysis: ArticleAnalysis
  /// Its words, as they are searched for.
  package let words: ArticleWords
  /// Its line.
  package let line: ArticleLine
  /// What the tag model keeps of it, in the model's own form.
  package let features: [UInt8]
  /// How it reads: the key `readability` of the article object as JSON.
  package let readability: [UInt8]

  /// Creates an article of its parts.
  package init(
    path: String, fingerprint: ArticleFingerprint, analysis: ArticleAnalysis, words: ArticleWords, line: ArticleLine,
    features: [UInt8], readability: [UInt8]
  ) {
    self.path = path
    self.fingerprint = fingerprint
    self.analysis = analysis
    self.words = words
    self.line = line
    self.features = features
    self.readability = readability
  }
}

/// The line of an article in `articles.jsonl`, without its tags and categories: those depend on the whole archive, and
/// are put between the halves when the file is written.
package struct ArticleLine: Equatable, Sendable {
  /// Everything up to the tags.
  package let head: [UInt8]
  /// Everything behind the categories, with the line end.
  package let tail: [UInt8]

  /// Creates a line of its halves.
  package init(head: [UInt8], tail: [UInt8]) {
    self.head = head
    self.tail = tail
  }

  /// A fingerprint of both halves, to find damage with.
  package var hash: String { ContentHash(head).hexadecimal + ContentHash(tail).hexadecimal }
}

/// What an analysis depends on, and what tells without reading a file that it has not changed.
package struct ArticleFingerprint: Equatable, Sendable {
  /// The SHA-256 of the file, in hexadecimal digits.
  package var source: String
  /// What else the analysis depends on: the options, the dictionary, the words, and kiji itself.
  package var analysis: String
  /// What the file system said of the file when it was read.
  package var file: FileFacts

  /// Creates a fingerprint.
  package init(source: String, analysis: String, file: FileFacts) {
    self.source = source
    self.analysis = analysis
    self.file = file
  }
}

/// What the file system says of a file. A file whose facts are the same has the same content.
package struct FileFacts: Equatable, Sendable {
  /// The size in bytes; -1 where the facts say nothing, since the file had only just been written.
  package var size: Int
  /// When the content was changed, in nanoseconds since 1970.
  package var contentChange: Int
  /// When the content, the name or the rights were changed, in nanoseconds since 1970.
  package var statusChange: Int
  /// The number of the file in its file system.
  package var inode: Int

  /// Creates facts.
  package init(size: Int, contentChange: Int, statusChange: Int, inode: Int) {
    self.size = size
    self.contentChange = contentChange
    self.statusChange = statusChange
    self.inode = inode
  }

  /// Facts that no file has: the content has to be looked at.
  package static let unknown = FileFacts(size: -1, contentChange: 0, statusChange: 0, inode: 0)
}
