extension JSONFormat {
  /// `files` counts the files that were read; those that were refused stand in `refused`, and
  /// `fileReports` has all of them.
  static func write(_ ingestion: IngestionReport, to json: inout JSONWriter) {
    json.object(.lines) { json in
      json.field("files", ingestion.read.count)
      json.field("rows", ingestion.rows)
      json.field("accepted", ingestion.accepted)
      json.field("rejected", ingestion.rejected)
      json.field("repeated", ingestion.repeated)
      json.key("refused")
      json.array(.lines) { json in
        for file in ingestion.refused { writeRefusal(of: file, to: &json) }
      }
      json.key("fileReports")
      json.array(.lines) { json in for file in ingestion.files { write(file, to: &json) } }
      json.key("rejects")
      json.array(.lines) { json in
        for file in ingestion.files {
          for reject in file.rejects { write(reject, of: file, to: &json) }
        }
      }
      json.field("shiftsWithoutClaim", ingestion.shiftsWithoutClaim)
      json.field("laterRows", ingestion.laterRows)
      json.key("unmatchedCredits")
      json.array(.lines) { json in
        for row in ingestion.unmatchedCredits { write(row, to: &json) }
      }
      json.field("leftAlone", ingestion.leftAlone)
    }
  }

  private static func writeRefusal(of file: FileEntry, to json: inout JSONWriter) {
    json.object { json in
      json.field("file", file.name)
      json.field("reason", file.refusal)
    }
  }

  private static func write(_ file: FileEntry, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", file.name)
      json.field("table", file.table)
      json.field("sha256", file.sha256)
      json.field("bytes", Int(file.bytes))
      json.field("rows", file.rows)
      json.field("accepted", file.accepted)
      json.field("rejected", file.rejected)
      json.field("unknownColumns", file.unknownColumns)
      json.field("sameAs", file.sameAs)
      if let original = file.original { json.field("original", original) }
      if let invoice = file.invoice { json.field("invoice", invoice) }
      if file.invoice != nil || !file.remarks.isEmpty { json.field("remarks", file.remarks) }
    }
  }

  private static func write(
    _ reject: RejectEntry, of file: FileEntry, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("file", file.name)
      json.field("line", reject.line)
      json.field("column", reject.column)
      json.field("shape", reject.shape)
      json.field("reason", reject.reason)
    }
  }
}
