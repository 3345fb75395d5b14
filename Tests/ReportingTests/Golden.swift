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
  #expect(
    golden.utf8.elementsEqual(text.utf8), Comment(rawValue: firstDifference(golden, text)),
    sourceLocation: sourceLocation)
}

/// The first line that differs, with both of its forms.
private func firstDifference(_ golden: String, _ text: String) -> String {
  let left = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let right = text.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(left.count, right.count) {
    let (old, new) = (
      index < left.count ? left[index] : "", index < right.count ? right[index] : ""
    )
    if !old.utf8.elementsEqual(new.utf8) {
      return "line \(index + 1)\n  golden: \(old)\n  now:    \(new)"
    }
  }
  return "no line differs"
}
