import Foundation
import Ingest
import TestSupport

/// Reads bytes through the door that they would come in by, in every way that a command does, and
/// stops the program where the door breaks its word.
///
/// - Parameter file: Where the bytes are put; overwritten each time.
public func readThroughDoor(_ bytes: Data, file: String) {
  let (trials, rawRows) = (trials(bytes, file), rawRowCount(file))
  for trial in trials {
    let report = trial.report
    precondition(report.rows == report.accepted + report.rejected, "a row is neither in nor out")
    precondition(report.rejects.count <= report.rejected, "a reject too many")
    let lines = report.rejects.map(\.line.cell)
    precondition(lines.allSatisfy { $0 >= 0 }, "a line before the file")
    if case .refused = report.outcome { precondition(report.rows == 0, "half a file is used") }
  }
  precondition(rawRows >= 0)
}

private func trials(_ bytes: Data, _ file: String) -> [Ingestion.Trial] {
  guard (try? bytes.write(to: URL(filePath: file))) != nil else {
    preconditionFailure("\(file) can't be written")
  }
  return Ingestion.trial(.file(path: file, isNamed: true), senders: [])
}

private func rawRowCount(_ file: String) -> Int {
  var rows = 0
  RawReading.eachFile(in: .file(path: file, isNamed: true)) { raw in
    _ = try? raw.read(onForm: { _ in }, onEvent: { if case .row = $0 { rows += 1 } })
  }
  return rows
}

/// A workbook whose parts are the pieces of `bytes` between zeros: the book, what it refers to, the
/// shared texts, the styles, and the sheets. Checksums and places are right, so that what is tried
/// is what reads the parts. Bytes that begin as an archive are taken as one.
public func workbook(of bytes: [UInt8]) -> Data {
  if bytes.starts(with: [0x50, 0x4b]) { return Data(bytes) }
  let names = [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
  ]
  let parts = bytes.split(separator: 0, maxSplits: 7, omittingEmptySubsequences: false)
  let entries = parts.enumerated().map { place, part in
    let sheet = "xl/worksheets/sheet\(place - names.count + 1).xml"
    return ZipBytes.Entry(place < names.count ? names[place] : sheet, part)
  }
  return ZipBytes([ZipBytes.Entry("[Content_Types].xml", "<Types/>")] + entries).data
}

/// In memory where the system has such a folder; each process has its own.
public let fuzzedFile: String = {
  let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
  return "\(folder)/sjuklonevakt-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
}()
