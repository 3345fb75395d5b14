/// A record of a file as it stands, for `RawRowsFormat`.
public struct RawRecord: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable {
    /// Above the names.
    case preamble
    /// The names of a table; no cells where it has none.
    case header
    case row
    /// What is wrong with the row of that line stands as its only cell.
    case problem
  }

  public let kind: Kind
  public let line: Int
  public let cells: [String]

  public init(_ kind: Kind, line: Int, cells: [String]) {
    self.kind = kind
    self.line = line
    self.cells = cells
  }
}

/// How a file was written, known when it has been read.
public struct RawForm: Sendable, Equatable {
  public var encoding: String?
  public var delimiter: String?
  public var quote: String?
  public var escape: String?
  /// Of a sheet, whether it is hidden.
  public var isHidden: Bool?
  /// Fields that hold something, the names among them; known where it was read to its end.
  public var cells: Int?
  /// Why the file could not be read to its end.
  public var refusal: String?

  public init() {}
}

/// The records of a file as one JSON object on a line of its own: `file`, `records` (each with
/// `kind`, `line` and `cells`), `encoding`, `delimiter`, `quote`, `escape`, `refused`,
/// for a sheet `hidden`, and `cells`.
public enum RawRowsFormat {
  /// - Parameter records: Hands over the records in order and says what was found out.
  public static func writeJSON(
    file: String, to output: inout some TextOutputStream,
    records: (_ write: (RawRecord) -> Void) -> RawForm
  ) -> RawForm {
    var (json, form) = (JSONWriter(), RawForm())
    json.object { json in
      json.key("file")
      json.value(file)
      json.key("records")
      json.array(.lines) { json in
        form = records { record in
          json.object { json in
            json.key("kind")
            json.value(record.kind.rawValue)
            json.key("line")
            json.value(record.line)
            json.key("cells")
            json.array { json in for cell in record.cells { json.value(cell) } }
          }
          output.write(json.take())
        }
      }
      let facts = [
        ("encoding", form.encoding), ("delimiter", form.delimiter), ("quote", form.quote),
        ("escape", form.escape), ("refused", form.refusal),
      ]
      for (key, value) in facts {
        json.key(key)
        json.value(value)
      }
      if let isHidden = form.isHidden { json.field("hidden", isHidden) }
      if let cells = form.cells { json.field("cells", cells) }
    }
    output.write(json.take() + "\n")
    return form
  }
}
