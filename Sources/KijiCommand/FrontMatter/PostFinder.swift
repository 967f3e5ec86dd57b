import Foundation
import TextCore

/// Finds the posts under files and folders, sorted by path: Markdown, MDX, HTML. Hidden entries and `node_modules` are
/// passed over, and no folder is walked twice, whatever links lead to it.
struct PostFinder {
  private static let extensions: Set<String> = ["md", "markdown", "mdown", "mdx", "mkd", "html", "htm", "xhtml"]

  /// The paths of the posts.
  private(set) var paths: [String] = []
  /// What could not be read.
  private(set) var failures: [CommandFailure] = []
  private var visited: Set<String> = []

  /// Finds the posts under `roots`; a file that is named itself is taken whatever it is called.
  init(_ roots: [String]) {
    for root in roots {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
        failures.append(
          CommandFailure(path: root, "ファイルが見つかりません。パスを確かめてください。", DiagnosticCode("source.not-found")))
        continue
      }
      if isFolder.boolValue { walk(root) } else { paths.append(root) }
    }
    var seen: Set<String> = []
    paths = paths.filter { seen.insert($0).inserted }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func walk(_ root: String) {
    var folders = [root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root]
    while let folder = folders.popLast() {
      guard visited.insert(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path).inserted else { continue }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        failures.append(
          CommandFailure(path: folder, "フォルダーを読めませんでした。権限を確かめてください。", DiagnosticCode("source.unreadable")))
        continue
      }
      for name in names.sorted() where !name.hasPrefix(".") && name != "node_modules" {
        let path = folder == "/" ? "/" + name : folder + "/" + name
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          folders.append(path)
        } else if Self.extensions.contains(URL(fileURLWithPath: path).pathExtension.lowercased()) {
          paths.append(path)
        }
      }
    }
  }
}
