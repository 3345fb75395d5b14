import Foundation
import Ingest

extension InputList {
  /// The files of some paths, for commands that read rows.
  ///
  /// - Throws: `CommandFault` where a path does not exist or there is no file.
  init(existing paths: [String]) throws {
    self.init(paths: paths)
    if let missing = missing.first { throw CommandFault(message: "\(missing) finns inte") }
    if sources.isEmpty {
      throw CommandFault(message: "inga filer i \(paths.joined(separator: ", "))")
    }
  }

  /// What there is to read, as far as that is known.
  var totalBytes: Int64 {
    sources.reduce(0) { sum, source in
      let size = try? FileManager.default.attributesOfItem(atPath: source.name)[.size] as? Int64
      return sum + (size ?? 0)
    }
  }
}
