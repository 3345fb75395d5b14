/// Standard output as a text stream that gathers what it is given, so that a long list is a few
/// writes.
struct StandardOutput: TextOutputStream {
  private var gathered = ""
  private static let flushBytes = 1 << 16

  mutating func write(_ string: String) {
    gathered += string
    if gathered.utf8.count >= StandardOutput.flushBytes { flush() }
  }

  mutating func flush() {
    writeOutput(gathered)
    gathered = ""
  }
}
