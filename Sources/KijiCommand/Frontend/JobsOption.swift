import ArgumentParser
import Foundation

/// How many threads work.
struct JobsOption: ParsableArguments {
  @Option(help: "同時に使うスレッドの数。指定しなければコアの数。")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 || jobs > 256 { throw ValidationError("--jobs には1から256までの整数を指定してください。") }
  }

  /// The number of threads.
  var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The number of threads for `count` pieces of work.
  func threads(for count: Int) -> Int { max(1, min(threads, count)) }
}
