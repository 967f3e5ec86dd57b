internal import GRDB
internal import GRDBSQLite

/// A statement that is run for row after row.
///
/// GRDB boxes each argument; an archive has some hundred rows an article, so they are bound by SQLite's own calls.
final class RowStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private let path: String
  private var column: Int32 = 0
  /// What is bound without a copy, until the row is written.
  private var lent: [[UInt8]] = []

  /// Prepares `sql` on `database`, which must be used wherever the statement is.
  init(_ sql: String, on database: Database, path: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
    self.path = path
  }

  /// SQLite copies what is bound so.
  private static var isCopied: sqlite3_destructor_type {
    // SAFETY: SQLITE_TRANSIENT is defined as -1 cast to a function pointer, which is never called.
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Binds the next column.
  @discardableResult
  func bind(_ value: Int) -> RowStatement {
    column += 1
    sqlite3_bind_int64(handle, column, Int64(value))
    return self
  }

  /// Binds the next column.
  @discardableResult
  func bind(_ value: Double) -> RowStatement {
    column += 1
    sqlite3_bind_double(handle, column, value)
    return self
  }

  /// Binds the next column.
  @discardableResult
  func bind(_ value: String?) -> RowStatement {
    column += 1
    guard var value else {
      sqlite3_bind_null(handle, column)
      return self
    }
    value.withUTF8 { bind(text: $0) }
    return self
  }

  /// Binds the next column to a text that is given by its bytes.
  @discardableResult
  func bind(text bytes: [UInt8]) -> RowStatement {
    column += 1
    bytes.withUnsafeBufferPointer { bind(text: $0) }
    return self
  }

  /// Binds the next column to bytes.
  @discardableResult
  func bind(blob bytes: [UInt8]) -> RowStatement {
    column += 1
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else {
        sqlite3_bind_zeroblob(handle, column, 0)
        return
      }
      sqlite3_bind_blob64(handle, column, base, UInt64(bytes.count), Self.isCopied)
    }
    return self
  }

  /// What bytes are to SQLite.
  enum Form { case text, bytes }

  /// Binds the next column to bytes that SQLite does not copy: for values of some size.
  @discardableResult
  func bind(lent bytes: [UInt8], _ form: Form) -> RowStatement {
    guard !bytes.isEmpty else { return form == .text ? bind(text: bytes) : bind(blob: bytes) }
    column += 1
    lent.append(bytes)
    // SAFETY: the bytes of an array stay where they are while it is held and not changed, and `lent` holds it until the
    // row is written and the column is free again (`run`). Nothing is freed by SQLite: there is no destructor.
    bytes.withUnsafeBytes { bytes in
      switch form {
      case .text:
        let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text64(handle, column, base, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
      case .bytes:
        sqlite3_bind_blob64(handle, column, bytes.baseAddress, UInt64(bytes.count), nil)
      }
    }
    return self
  }

  private func bind(text bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address, and SQLite takes that for NULL.
    guard let base = bytes.baseAddress else {
      sqlite3_bind_text(handle, column, "", 0, Self.isCopied)
      return
    }
    _ = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      sqlite3_bind_text64(handle, column, $0, UInt64(bytes.count), Self.isCopied, UInt8(SQLITE_UTF8))
    }
  }

  /// Runs the statement with what was bound, and makes it ready for the next row.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    column = 0
    if !lent.isEmpty {
      sqlite3_clear_bindings(handle)
      lent.removeAll(keepingCapacity: true)
    }
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
      throw ArchiveIndexError(code: code, message: message, path: path)
    }
  }
}
