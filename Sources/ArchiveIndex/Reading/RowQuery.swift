internal import GRDB
internal import GRDBSQLite

/// A query whose rows are read column by column, without a box for each value.
final class RowQuery {
  private let statement: Statement
  private let handle: OpaquePointer
  private let path: String

  /// Prepares `sql` on `database`, which must be used wherever the query is.
  init(_ sql: String, on database: Database, path: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
    self.path = path
  }

  /// Calls `body` for each row.
  /// - Parameter argument: The value of the first parameter.
  func forEach(_ argument: Int? = nil, _ body: (RowQuery) throws -> Void) throws {
    if let argument { sqlite3_bind_int64(handle, 1, Int64(argument)) }
    try visit(while: { row in
      try body(row)
      return true
    })
  }

  /// Calls `body` for each row until it returns `false`.
  func visit(while body: (RowQuery) throws -> Bool) throws {
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: if try !body(self) { return }
      case SQLITE_DONE: return
      case let code:
        let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
        throw ArchiveIndexError(code: code, message: message, path: path)
      }
    }
  }

  /// Binds parameters to texts, from the first on; they stay bound until others are.
  @discardableResult
  func bind(_ texts: String...) -> RowQuery {
    // SAFETY: SQLITE_TRANSIENT is defined as -1 cast to a function pointer, which is never called: SQLite copies.
    let isCopied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (place, text) in texts.enumerated() {
      sqlite3_bind_text(handle, Int32(place + 1), text, Int32(clamping: text.utf8.count), isCopied)
    }
    return self
  }

  /// The number of columns.
  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// A column as a whole number.
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// A column as a number.
  func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// A column as a text; empty where there is none.
  func text(_ column: Int32) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// A column as a text.
  func optionalText(_ column: Int32) -> String? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
  }

  /// A column as bytes.
  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  /// Lends the bytes of a column, which live until the next row.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    // SAFETY: sqlite3_column_bytes is called after sqlite3_column_blob, as SQLite asks, and the pointer is not kept.
    let base = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count))
  }
}

extension ArchiveIndex {
  /// The rows that a query gives, their columns as texts parted by `|`; for a look by hand and for tests.
  package func texts(_ sql: String) throws(ArchiveIndexError) -> [String] {
    try read { database in
      var rows: [String] = []
      let query = try RowQuery(sql, on: database, path: path)
      try query.forEach { row in
        rows.append((0..<row.columnCount).map { row.text($0) }.joined(separator: "|"))
      }
      return rows
    }
  }
}
