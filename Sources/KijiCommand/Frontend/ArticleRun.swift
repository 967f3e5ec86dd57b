import ArgumentParser
import ArticleAnalysis
import ArticleSource
import Foundation
import Kiji
import TextCore

/// Analyzes the files of a command line and hands out what is to be printed, in their order.
struct ArticleRun {
  let kiji: Kiji
  let threads: Int

  /// Analyzes each input; a failure is told on standard error, and the others go on.
  /// - Parameter render: Makes the text of one analysis.
  /// - Returns: Whether every input could be analyzed.
  func run(_ inputs: [InputFile], render: @escaping @Sendable (ArticleAnalysis) -> [UInt8]) throws -> Bool {
    let cursor = Cursor(inputs)
    let failed = Mark()
    let workers = OrderedWorkers<InputFile, Result<[UInt8], CommandFailure>>(
      next: { cursor.next() },
      emit: { result in
        switch result {
        case .success(let bytes): Console.write(bytes)
        case .failure(let failure):
          Console.tell(failure.text)
          failed.raise()
        }
      })
    workers.run(count: min(threads, max(inputs.count, 1))) { [kiji] in
      { input in
        do throws(CommandFailure) {
          return .success(render(try Self.analyze(input, kiji)))
        } catch {
          return .failure(error)
        }
      }
    }
    return !failed.isRaised
  }

  /// Reads and analyzes one input.
  static func analyze(_ input: InputFile, _ kiji: Kiji) throws(CommandFailure) -> ArticleAnalysis {
    let bytes = try input.read(limit: kiji.configuration.options.decoding.byteLimit)
    do {
      return try kiji.analyze(bytes: bytes, path: input.path)
    } catch let error as any DescribedError {
      throw CommandFailure(error, path: input.name)
    } catch {
      throw CommandFailure(path: input.name, "記事を分析できませんでした（\(error)）。", DiagnosticCode("analysis.failed"))
    }
  }

  /// The inputs of a command line: its arguments, or standard input where there are none and it is no terminal.
  static func inputs(_ arguments: [String]) throws -> [InputFile] {
    if arguments.isEmpty {
      guard !Console.isInputTerminal else {
        throw ValidationError("記事のファイルを指定してください。標準入力から読むには - を指定します。")
      }
      return [.standardInput]
    }
    return arguments.map(InputFile.init)
  }
}

/// Hands out the elements of an array one by one, to any thread.
final class Cursor<Element: Sendable>: @unchecked Sendable {
  // @unchecked: `index` is guarded by `lock`.
  private let elements: [Element]
  private let lock = NSLock()
  private var index = 0

  init(_ elements: [Element]) { self.elements = elements }

  func next() -> Element? {
    lock.withLock {
      guard index < elements.count else { return nil }
      index += 1
      return elements[index - 1]
    }
  }
}

/// Something that happened on some thread.
final class Mark: @unchecked Sendable {
  // @unchecked: `value` is guarded by `lock`.
  private let lock = NSLock()
  private var value = false

  /// Whether it happened.
  var isRaised: Bool { lock.withLock { value } }

  /// Notes that it happened.
  func raise() { lock.withLock { value = true } }
}
