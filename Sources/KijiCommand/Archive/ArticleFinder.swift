import Foundation
import TextCore

/// Finds the articles under files and folders: Markdown, MDX, HTML and text, in the order of their paths' bytes.
///
/// Left out are hidden files and folders, `node_modules`, and what a file `.kijiignore` in a folder on the way names.
/// Links lead on where they leave the folders that were given; what lies inside is found by its own path, so no file is
/// found twice and no circle of links is walked around. A file that was named itself is taken whatever it is called.
struct ArticleFinder {
  /// A file that was found, with what the file system says of it.
  struct Found: Sendable {
    /// The path as it was given, with the path inside the folder.
    let path: String
    let stamp: FileStamp
  }

  /// What was found.
  struct Findings {
    /// The articles by their paths, each once.
    var articles: [Found] = []
    /// What could not be looked at.
    var failures: [CommandFailure] = []
  }

  /// The extensions of articles, in lower case.
  static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mdx", "mkd", "html", "htm", "xhtml", "txt", "text",
  ]
  /// The file of patterns.
  static let ignoreFile = ".kijiignore"

  /// A folder whose entries are to be looked at.
  private struct Folder {
    let path: String
    /// The path from the root, with a slash at its end; empty for the root itself.
    let inside: String
    /// The patterns of the folders above, the outermost first.
    let rules: [IgnoreRules]
  }

  private let roots: [String]
  private let realRoots: [String]
  private var findings = Findings()
  /// Folders that were reached by a link.
  private var linked: Set<FileIdentity> = []

  private init(_ roots: [String]) {
    self.roots = roots
    realRoots = roots.compactMap { FileStamp.realPath($0) }
  }

  /// Finds the articles under `roots`.
  /// - Parameter roots: Files and folders; one that does not exist is a failure among the findings.
  /// - Complexity: One look at each file and folder, and O(*n* log *n*) to sort the paths.
  static func find(_ roots: [String]) -> Findings {
    var finder = ArticleFinder(roots)
    for root in roots { finder.walk(root) }
    return finder.findings.sorted
  }

  private mutating func walk(_ root: String) {
    let root = Self.plain(root)
    guard let stamp = FileStamp(path: root) else {
      findings.failures.append(.unreadable(root, errno))
      return
    }
    guard stamp.kind == .folder else {
      findings.articles.append(Found(path: root, stamp: stamp))
      return
    }
    var folders = [Folder(path: root, inside: "", rules: [])]
    while let folder = folders.popLast() { look(into: folder, &folders) }
  }

  private mutating func look(into folder: Folder, _ folders: inout [Folder]) {
    guard let directory = opendir(folder.path) else {
      findings.failures.append(.unreadable(folder.path, errno))
      return
    }
    defer { closedir(directory) }
    var rules = folder.rules
    if let own = IgnoreRules(folder: folder.path, at: folder.inside) { rules.append(own) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name.first != UInt8(ascii: ".") else { continue }
      guard let text = String(validating: name, as: UTF8.self) else {
        let shown = folder.path + "/" + String(decoding: name, as: UTF8.self)
        findings.failures.append(
          CommandFailure(
            path: shown, "ファイル名がUTF-8ではありません。名前を変えてください。", DiagnosticCode("source.bad-name")))
        continue
      }
      take(text, in: folder, rules, &folders)
    }
  }

  private mutating func take(_ name: String, in folder: Folder, _ rules: [IgnoreRules], _ folders: inout [Folder]) {
    guard name != "node_modules" else { return }
    let path = folder.path == "." ? name : folder.path == "/" ? "/" + name : folder.path + "/" + name
    let isArticle = Self.isArticle(name)
    guard var stamp = FileStamp(linkOrFile: path) else { return }
    guard stamp.kind != .file || isArticle else { return }
    if stamp.kind == .link {
      guard let target = FileStamp(path: path), let place = FileStamp.realPath(path), !isInside(place) else { return }
      guard target.kind != .folder || linked.insert(target.identity).inserted else { return }
      stamp = target
    }
    let inside = folder.inside + name
    guard !IgnoreRules.ignores(inside, isFolder: stamp.kind == .folder, by: rules) else { return }
    switch stamp.kind {
    case .folder: folders.append(Folder(path: path, inside: inside + "/", rules: rules))
    case .file where isArticle: findings.articles.append(Found(path: path, stamp: stamp))
    case .file, .link, .other: break
    }
  }

  /// A path without `./` at its beginning and slashes at its end, so that a folder has one name.
  private static func plain(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }

  /// Whether a real path lies in one of the folders that were given.
  private func isInside(_ place: String) -> Bool {
    realRoots.contains { place == $0 || place.utf8.starts(with: ($0 == "/" ? $0 : $0 + "/").utf8) }
  }

  private static func isArticle(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(String(name[name.utf8.index(after: dot)...]).lowercased())
  }
}

extension ArticleFinder.Findings {
  /// The same, by the bytes of the paths, each path once.
  fileprivate var sorted: Self {
    var result = self
    result.articles.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var kept = 0
    for article in result.articles {
      if kept > 0, result.articles[kept - 1].path.utf8.elementsEqual(article.path.utf8) { continue }
      result.articles[kept] = article
      kept += 1
    }
    result.articles.removeLast(result.articles.count - kept)
    result.failures.sort { ($0.path ?? "").utf8.lexicographicallyPrecedes(($1.path ?? "").utf8) }
    return result
  }
}

extension CommandFailure {
  /// A file that cannot be opened or read, for the reason that the system gives.
  static func unreadable(_ path: String, _ error: Int32) -> CommandFailure {
    switch error {
    case ENOENT:
      CommandFailure(
        path: path, "ファイルが見つかりません。パスを確かめてください。", DiagnosticCode("source.not-found"))
    case EACCES, EPERM:
      CommandFailure(
        path: path, "ファイルを読む権限がありません。権限を確かめてください。", DiagnosticCode("source.unreadable"))
    default:
      CommandFailure(
        path: path, "ファイルを読めませんでした（\(String(cString: strerror(error)))）。", DiagnosticCode("source.unreadable"))
    }
  }
}
