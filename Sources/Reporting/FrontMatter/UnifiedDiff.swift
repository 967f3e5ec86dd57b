/// The difference of two texts as `diff -u` writes it.
package enum UnifiedDiff {
  /// Lines around a change.
  private static let context = 3

  private enum Change {
    case kept, removed, added
  }

  /// The difference, empty where there is none.
  /// - Parameters:
  ///   - old: The old text, UTF-8.
  ///   - new: The new text, UTF-8.
  ///   - path: The file's path, for the head.
  /// - Complexity: O(*n*) for what is alike at both ends, and O(*m* · *d*) for *m* lines with *d* changes between.
  package static func text(_ old: [UInt8], _ new: [UInt8], path: String) -> String {
    let (before, after) = (lines(old), lines(new))
    guard before != after else { return "" }
    let script = script(before, after)
    var text = "--- a/\(path)\n+++ b/\(path)\n"
    var index = 0
    var (oldLine, newLine) = (1, 1)
    while index < script.count {
      guard script[index].change != .kept else {
        (index, oldLine, newLine) = (index + 1, oldLine + 1, newLine + 1)
        continue
      }
      let start = max(0, index - context)
      var end = index
      var quiet = 0
      while end < script.count, quiet <= context * 2 {
        quiet = script[end].change == .kept ? quiet + 1 : 0
        end += 1
      }
      end -= max(0, quiet - context)
      let hunk = script[start..<end]
      let removed = hunk.count { $0.change != .added }
      let added = hunk.count { $0.change != .removed }
      let (oldStart, newStart) = (oldLine - (index - start), newLine - (index - start))
      text += "@@ -\(range(oldStart, removed)) +\(range(newStart, added)) @@\n"
      for (line, change) in hunk {
        text += sign(change) + line + (line.utf8.last == 0x0A ? "" : "\n\\ No newline at end of file\n")
      }
      (oldLine, newLine) = (oldStart + removed, newStart + added)
      index = end
    }
    return text
  }

  private static func sign(_ change: Change) -> String {
    switch change {
    case .kept: " "
    case .removed: "-"
    case .added: "+"
    }
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
  }

  /// The lines with their ends.
  private static func lines(_ text: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      lines.append(String(decoding: text[start...index], as: UTF8.self))
      start = index + 1
    }
    if start < text.count { lines.append(String(decoding: text[start...], as: UTF8.self)) }
    return lines
  }

  /// The lines of both texts, what is removed before what is added.
  private static func script(_ old: [String], _ new: [String]) -> [(line: String, change: Change)] {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let limit = min(old.count, new.count) - prefix
    let suffix = min(limit, zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count)
    let (before, after) = (old[prefix..<old.count - suffix], new[prefix..<new.count - suffix])
    var (removals, insertions): (Set<Int>, Set<Int>) = ([], [])
    for change in Array(after).difference(from: Array(before)) {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var script: [(line: String, change: Change)] = old[..<prefix].map { ($0, .kept) }
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, removals.contains(left) {
        script.append((before[before.startIndex + left], .removed))
        left += 1
      } else if right < after.count, insertions.contains(right) {
        script.append((after[after.startIndex + right], .added))
        right += 1
      } else if left < before.count {
        script.append((before[before.startIndex + left], .kept))
        (left, right) = (left + 1, right + 1)
      } else {
        break
      }
    }
    return script + old[(old.count - suffix)...].map { ($0, .kept) }
  }
}
