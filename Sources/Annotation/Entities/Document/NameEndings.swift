/// What follows the dot in names that look like files and members of code: node.js, ASP.NET, draw.io.
package enum NameEndings {
  /// The endings, in small letters.
  package static let all: Set<String> = ["js", "net", "io", "com", "dev", "ai", "org", "jp", "co"]
}
