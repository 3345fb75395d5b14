import GRDB

/// Why the store could not do what it was asked to; facts only, the command writes the sentences.
public enum StoreError: Error, Equatable, Sendable {
  /// The file could neither be opened nor made.
  case cannotOpen(path: String)
  /// The file is there and holds something else.
  case notADatabase(path: String)
  /// A later version of the program has migrated the file.
  case newerSchema(path: String)
  /// Another process has written for longer than ``ScanStore/longestWait``.
  case busy
  case diskFull
  /// The schema refused a value: the constraint, without the value.
  case refused(constraint: String)
  /// A stored value is not of the type that its column holds.
  case damaged
  /// SQLite's extended result code.
  case failed(code: Int32)
  /// No stored scan has a finding with this id.
  case unknownFinding(id: String)
  /// The start of an id is shorter than ``ScanStore/shortestPrefix``.
  case prefixTooShort(String)
  /// The persons of the database are tokens under another key.
  case otherKey
  /// Several findings of the latest scan begin so: the first of their ids.
  case ambiguousPrefix(String, ids: [String])
}

extension StoreError {
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error)
    default: self = .damaged
    }
  }

  private init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY: self = .busy
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_CONSTRAINT: self = .refused(constraint: error.message ?? "")
    default: self = .failed(code: error.extendedResultCode.rawValue)
    }
  }

  /// An error of opening the file at `path`.
  init(_ error: any Error, path: String) {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_CANTOPEN?: self = .cannotOpen(path: path)
    case .SQLITE_NOTADB?: self = .notADatabase(path: path)
    default: self.init(error)
    }
  }
}
