import ArchiveIndex
import Foundation
import TestSupport
import Testing

@Suite("Batches that something goes wrong with", .serialized)
struct BatchFaultTests {
  private let folder: BatchFolder

  init() throws { folder = try BatchFolder() }

  private func write(_ count: Int, version: (Int) -> Int = { _ in 0 }) throws {
    for number in 0..<count { try folder.write("posts/\(number).md", Posts.post(number, version: version(number))) }
  }

  @Test("A batch that is killed at 200 random moments ends in the bytes of one that is left alone")
  func killed() throws {
    let count = 150
    // Two states of the archive in turn, so that there is always something to do.
    var expected: [[[UInt8]]] = []
    for state in [0, 1] {
      try write(count) { $0 % 3 == 0 ? state : 0 }
      try folder.kiji("batch", "posts", "--output", "fresh\(state)", "--quiet")
      expected.append(try folder.published("fresh\(state)"))
    }
    var random = SeededGenerator(seed: 200)
    var state = 1
    var kills = 0
    var finished = 0
    var longest = 0.05
    while kills < 200 {
      let process = try folder.start([CommandRun.binary, "batch", "posts", "--output", "out", "--quiet"])
      let start = Date()
      let moment = start.addingTimeInterval(Double.random(in: 0...longest * 1.1, using: &random))
      while process.isRunning, Date() < moment { usleep(500) }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal {
        kills += 1
        longest = min(longest * 1.05, 1.0)
        continue
      }
      #expect(process.terminationStatus == 0)
      #expect(try folder.published("out") == expected[state])
      finished += 1
      longest = min(longest, Date().timeIntervalSince(start))
      state = 1 - state
      for number in stride(from: 0, to: count, by: 3) {
        try folder.write("posts/\(number).md", Posts.post(number, version: state))
      }
    }
    let run = try folder.kiji("batch", "posts", "--output", "out", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.published("out") == expected[state])
    #expect(finished > 0, "no run came to its end")
    let index = try ArchiveIndex(path: folder.url("out/index.sqlite").path, for: .reading)
    #expect(try index.texts("PRAGMA integrity_check") == ["ok"])
  }

  @Test("Ctrl-C finishes what is in hand, keeps it, and tells how to go on")
  func interrupted() throws {
    try write(400)
    let process = try folder.start([CommandRun.binary, "batch", "posts", "--output", "out", "--jobs", "1"])
    while process.isRunning, !folder.exists("out/index.sqlite-wal") { usleep(500) }
    process.interrupt()
    process.waitUntilExit()
    let errors = String(decoding: try folder.bytes(".errors"), as: UTF8.self)
    try #require(process.terminationStatus == 130, "\(errors)")
    #expect(errors.contains("続きから始めます"))
    #expect(!folder.exists("out/articles.jsonl"))
    #expect(try folder.kiji("batch", "posts", "--output", "out").status == 0)
    try folder.kiji("batch", "posts", "--output", "fresh")
    #expect(try folder.published("out") == folder.published("fresh"))
  }

  @Test("A second batch on the same folder is refused while the first one runs")
  func locked() throws {
    try write(3)
    try folder.kiji("batch", "posts", "--output", "out")
    // Held the way a batch holds it.
    let descriptor = open(folder.url("out/.kiji.lock").path, O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let refused = try folder.kiji("batch", "posts", "--output", "out")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("[output.locked]"))
    close(descriptor)
    #expect(try folder.kiji("batch", "posts", "--output", "out").status == 0)
  }

  @Test("A batch waits for one that ends soon")
  func waits() throws {
    try write(3)
    try folder.kiji("batch", "posts", "--output", "out")
    let descriptor = open(folder.url("out/.kiji.lock").path, O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let process = try folder.start([CommandRun.binary, "batch", "posts", "--output", "out"])
    usleep(600_000)
    #expect(process.isRunning)
    close(descriptor)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("Posts that change and vanish while they are read do no damage")
  func restless() throws {
    try write(120)
    let process = try folder.start([CommandRun.binary, "batch", "posts", "--output", "out"])
    var random = SeededGenerator(seed: 5)
    while process.isRunning {
      let number = Int.random(in: 0..<120, using: &random)
      if Bool.random(using: &random) {
        try? folder.remove("posts/\(number).md")
      } else {
        try folder.write("posts/\(number).md", Posts.post(number, version: Int.random(in: 1...9, using: &random)))
      }
    }
    process.waitUntilExit()
    #expect([0, 1].contains(process.terminationStatus))
    #expect(try folder.kiji("batch", "posts", "--output", "out").status == 0)
    try folder.kiji("batch", "posts", "--output", "fresh")
    #expect(try folder.published("out") == folder.published("fresh"))
  }

  @Test("Where no more can be written, that is told, and the next batch goes on", arguments: [8, 40, 200])
  func full(kibibytes: Int) throws {
    try write(60)
    let command = "ulimit -f \(kibibytes); exec \"$0\" batch posts --output out"
    let run = try folder.run(["/bin/bash", "-c", command, CommandRun.binary])
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("error: "))
    #expect(!folder.exists("out/articles.jsonl.new"))
    #expect(try folder.kiji("batch", "posts", "--output", "out").status == 0)
    try folder.kiji("batch", "posts", "--output", "fresh")
    #expect(try folder.published("out") == folder.published("fresh"))
  }

  @Test("A folder that cannot be written is told of")
  func unwritable() throws {
    try write(1)
    try folder.write("file", "")
    let run = try folder.kiji("batch", "posts", "--output", "file/out")
    #expect(run.status == 2)
    #expect(run.errors.contains("[output.cannot-write]"))
  }

  /// Whether folders can be mounted that nobody else sees.
  private static let canMount = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs a batch whose output folder is a file system of its own, mounted with `options`; returns what became of the
  /// outputs too.
  private func batch(mounting options: String, before: String = "true") throws -> (status: Int32, errors: String) {
    let script = """
      mkdir -p out && mount -t tmpfs -o size=4m tmpfs out && \(before) && mount -o remount,\(options) out &&
      "$0" batch posts --output out; status=$?; ls out >&2; exit $status
      """
    return try folder.run(["/usr/bin/env", "unshare", "-m", "/bin/bash", "-c", script, CommandRun.binary])
  }

  @Test("A full disk is told of, and no half of a file appears", .enabled(if: canMount, "needs to mount a folder"))
  func fullDisk() throws {
    try write(150)
    for size in [64, 400, 900] {
      let run = try batch(mounting: "size=\(size)k")
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.errors.contains("[output.full]") || run.errors.contains("[index.cannot-use]"), "\(run.errors)")
      #expect(!run.errors.contains("articles.jsonl\n"), "\(run.errors)")
    }
  }

  @Test("A read-only folder is told of", .enabled(if: canMount, "needs to mount a folder"))
  func readOnly() throws {
    try write(2)
    let empty = try batch(mounting: "ro")
    #expect(empty.status == 2)
    #expect(empty.errors.contains("[output.cannot-write]"), "\(empty.errors)")
    let filled = try batch(
      mounting: "ro", before: "\"$0\" batch posts --output out && touch posts/0.md && echo 追記。 >> posts/0.md")
    #expect(filled.status == 2)
    #expect(filled.errors.contains("error: "), "\(filled.errors)")
  }

  @Test("An index that is somebody else's file, or damaged, is refused and left as it is")
  func foreignIndex() throws {
    try write(2)
    try folder.write("out/index.sqlite", "これは索引ではない。")
    let run = try folder.kiji("batch", "posts", "--output", "out")
    #expect(run.status == 2)
    #expect(run.errors.contains("[index.not-an-index]"))
    #expect(try folder.bytes("out/index.sqlite") == Array("これは索引ではない。".utf8))
  }
}
