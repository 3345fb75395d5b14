import Foundation
import Testing

/// Compares a whole output with a file in `Golden`; under `UPDATE_GOLDEN=1` it writes the file.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  let (old, new) = (lines(golden), lines(text))
  let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
  #expect(
    golden == text,
    """
    \(name), line \(place + 1)
      golden: \(place < old.count ? old[place] : "(no line)")
      now:    \(place < new.count ? new[place] : "(no line)")
    """, sourceLocation: sourceLocation)
}

private func lines(_ text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}
