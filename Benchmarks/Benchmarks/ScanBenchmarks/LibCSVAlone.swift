import CLibCSV
import Foundation

/// Tokenises a file with libcsv and nothing else: the yardstick that reading is put beside.
///
/// - Returns: How many fields there are.
func tokeniseWithLibCSV(_ path: String) throws -> Int {
  var parser = csv_parser()
  guard csv_init(&parser, 0) == 0, let handle = FileHandle(forReadingAtPath: path) else {
    throw CocoaError(.fileReadUnknown)
  }
  defer { csv_free(&parser) }
  csv_set_delim(&parser, UInt8(ascii: ";"))
  var fields = 0
  try withUnsafeMutablePointer(to: &fields) { fields in
    while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      chunk.withUnsafeBytes { bytes in
        _ = csv_parse(
          &parser, bytes.baseAddress, bytes.count,
          { _, _, data in data?.assumingMemoryBound(to: Int.self).pointee += 1 }, nil, fields)
      }
    }
  }
  return fields
}
