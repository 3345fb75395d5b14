import CLibCSV
import Foundation

/// Tokenises a file with libcsv and nothing else: the yardstick that reading is put beside.
///
/// - Returns: How many fields there are.
public func tokeniseWithLibCSV(_ path: String) throws -> Int {
  guard let handle = FileHandle(forReadingAtPath: path) else {
    throw CocoaError(.fileReadUnknown)
  }
  var parser = try FieldCounter()
  while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
    chunk.withUnsafeBytes { parser.parse($0) }
  }
  return parser.fields
}

/// The same for bytes in memory.
public func tokeniseWithLibCSV(_ bytes: [UInt8]) throws -> Int {
  var parser = try FieldCounter()
  bytes.withUnsafeBytes { parser.parse($0) }
  return parser.fields
}

private struct FieldCounter: ~Copyable {
  private var parser = csv_parser()
  private(set) var fields = 0

  init() throws {
    guard csv_init(&parser, 0) == 0 else { throw CocoaError(.featureUnsupported) }
    csv_set_delim(&parser, UInt8(ascii: ";"))
  }

  deinit {
    var ended = parser
    csv_free(&ended)
  }

  mutating func parse(_ bytes: UnsafeRawBufferPointer) {
    withUnsafeMutablePointer(to: &fields) { fields in
      _ = csv_parse(
        &parser, bytes.baseAddress, bytes.count,
        { _, _, data in data?.assumingMemoryBound(to: Int.self).pointee += 1 }, nil, fields)
    }
  }
}
