/// Lines for a terminal, wrapped between words and cleaned of control characters.
struct TerminalPage {
  enum Ink: String {
    case plain = ""
    case strong = "\u{1B}[1m"
    case attention = "\u{1B}[33m"
  }

  private static let inkEnd = "\u{1B}[0m"

  let width: Int
  let hasColour: Bool
  private(set) var text = ""

  init(width: Int, hasColour: Bool) {
    self.width = width
    self.hasColour = hasColour
  }

  mutating func line(_ line: String, _ ink: Ink = .plain) {
    let clean = line.printable
    let isInked = hasColour && ink != .plain
    text += isInked ? "\(ink.rawValue)\(clean)\(TerminalPage.inkEnd)\n" : "\(clean)\n"
  }

  mutating func blank() { text += "\n" }

  /// A heading with a blank line before it, unless it opens the page.
  mutating func heading(_ heading: String) {
    if !text.isEmpty { blank() }
    line(heading, .strong)
  }

  /// - Parameters:
  ///   - indent: spaces before the first line.
  ///   - hanging: further spaces before the others.
  mutating func paragraph(
    _ paragraph: String, indent: Int = 0, hanging: Int = 0, _ ink: Ink = .plain
  ) {
    var (current, isEmpty) = (String(repeating: " ", count: indent), true)
    for word in paragraph.printable.split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > width {
        line(current, ink)
        (current, isEmpty) = (String(repeating: " ", count: indent + hanging), true)
      }
      current += isEmpty ? String(word) : " \(word)"
      isEmpty = false
    }
    if !isEmpty { line(current, ink) }
  }

  mutating func table(_ table: TextTable, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for row in table.lines(width: width - indent) {
      line(margin + row.text, row.isStrong ? .strong : .plain)
    }
  }
}
