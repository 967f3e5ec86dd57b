internal import CMeCab

/// libmecab's model, closed when the last one who holds it lets go.
///
/// MeCab's models are shared between threads: after `mecab_model_new` nothing of one changes, unless
/// `mecab_model_swap` is called, which is never called here.
final class MeCabHandle: @unchecked Sendable {
  /// The model.
  let model: OpaquePointer

  /// Opens a dictionary's folder with user dictionaries.
  init(folder: String, userDictionaries: [String]) throws(MorphologyError) {
    // `-r /dev/null`: else MeCab reads /etc/mecabrc, ~/.mecabrc and MECABRC.
    var arguments = ["mecab", "-r", "/dev/null", "-d", folder]
    if !userDictionaries.isEmpty {
      arguments += ["-u", userDictionaries.map(Self.quoted).joined(separator: ",")]
    }
    var copies = arguments.map { Array($0.utf8CString) }
    var pointers: [UnsafeMutablePointer<CChar>?] = []
    defer { for pointer in pointers { pointer?.deallocate() } }
    for index in copies.indices {
      let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: copies[index].count)
      pointer.initialize(from: &copies[index], count: copies[index].count)
      pointers.append(pointer)
    }
    // SAFETY: MeCab copies its arguments; the strings live until the end of this initializer.
    guard let model = unsafe mecab_model_new(Int32(pointers.count), &pointers) else {
      throw .cannotOpen(path: folder, reason: Self.lastError)
    }
    self.model = model
  }

  deinit { mecab_model_destroy(model) }

  /// The version of libmecab.
  static var libraryVersion: String {
    // SAFETY: MeCab returns a string constant.
    guard let version = unsafe mecab_version() else { return "" }
    return unsafe String(cString: version)
  }

  /// What went wrong last in this process, by MeCab's own words.
  private static var lastError: String {
    // SAFETY: MeCab returns its one buffer of the process, which is read at once.
    guard let text = unsafe mecab_strerror(nil) else { return "" }
    return unsafe String(cString: text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A path as an element of MeCab's comma-separated list.
  private static func quoted(_ path: String) -> String {
    guard path.contains(where: { $0 == "," || $0 == "\"" || $0 == " " }) else { return path }
    return "\"" + path.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
