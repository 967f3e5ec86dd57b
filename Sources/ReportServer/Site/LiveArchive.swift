import ArchiveIndex
import Foundation
import ReportPages

/// The archive as it was last published: read anew when a batch has changed the index.
final class LiveArchive: @unchecked Sendable {
  // @unchecked: `edition` is guarded by `lock`; the rest is used by one refresh at a time.

  /// What is shown until the next batch.
  final class Edition: Sendable {
    /// 1 for the first.
    let number: Int
    let report: ReportArchive
    let topics: TopicSuggestions
    private let site: PageSite

    init(number: Int, report: ReportArchive) {
      self.number = number
      self.report = report
      topics = TopicSuggestions(report)
      site = report.site(
        extra: [.init(.search, .own(SiteAddress.search)), .init(.compose, .own(SiteAddress.compose))],
        styles: [SiteAddress.style], scripts: [SiteAddress.script])
    }

    func context(_ language: PageLanguage) -> PageContext { PageContext(language: language, site: site) }
  }

  private let path: String
  private let name: String
  private let findings: @Sendable (ArchiveIndex) throws -> ReportArchive.Findings
  private let lock = NSLock()
  private var edition: Edition
  /// The index that is watched, with what it said when it was read.
  private var index: ArchiveIndex
  private var mark: Int
  private var identity: FileIdentity

  /// Reads the archive.
  /// - Parameter findings: What is known from elsewhere than the index.
  init(
    path: String, name: String, findings: @escaping @Sendable (ArchiveIndex) throws -> ReportArchive.Findings
  ) throws {
    (self.path, self.name, self.findings) = (path, name, findings)
    identity = FileIdentity(path: path)
    index = try ArchiveIndex(path: path, for: .reading)
    mark = try index.changeMark()
    edition = Edition(
      number: 1, report: try ReportArchive(index: index, name: name, findings: findings(index)))
  }

  /// The edition that is shown.
  var current: Edition { lock.withLock { edition } }

  /// Reads the archive anew where a batch has published another; must not be called by two threads at once.
  /// - Returns: Whether it was.
  func refresh() throws -> Bool {
    let identity = FileIdentity(path: path)
    let isOther = identity != self.identity
    let index = isOther ? try ArchiveIndex(path: path, for: .reading) : self.index
    let mark = try index.changeMark()
    guard isOther || mark != self.mark, try index.isPublished() else { return false }
    // A connection of its own: pages of the last edition may still be read.
    let fresh = isOther ? index : try ArchiveIndex(path: path, for: .reading)
    let report = try ReportArchive(index: fresh, name: name, findings: findings(fresh))
    (self.identity, self.mark) = (identity, mark)
    if isOther { self.index = index }
    lock.withLock { edition = Edition(number: edition.number + 1, report: report) }
    return true
  }
}

/// Which file stands at a path.
private struct FileIdentity: Equatable {
  private let number: UInt64
  private let device: UInt64

  init(path: String) {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    number = (facts?[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
    device = (facts?[.systemNumber] as? NSNumber)?.uint64Value ?? 0
  }
}
