import SickPay

/// Writes JSON (RFC 8259) piece by piece. Containers are closures, so that brackets match; commas
/// and line breaks come by themselves. That a key stands before each value of an object is up to
/// the caller.
///
/// It exists because kronor must keep two decimals and scores four, which an encoder of Doubles
/// can't promise, and because a night's report need not stand in memory twice.
struct JSONWriter {
  /// Whether the elements of a container stand on a line each.
  enum Layout {
    case inline, lines
  }

  private struct Level {
    var layout: Layout
    var isEmpty = true
  }

  private var text = ""
  private var levels: [Level] = []
  private var followsKey = false

  /// What was written since the last call.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  mutating func object(_ layout: Layout = .inline, _ body: (inout JSONWriter) -> Void) {
    container("{", "}", layout, body)
  }

  mutating func array(_ layout: Layout = .inline, _ body: (inout JSONWriter) -> Void) {
    container("[", "]", layout, body)
  }

  mutating func key(_ name: String) {
    separate()
    text.appendJSON(name)
    text += ": "
    followsKey = true
  }

  mutating func value(_ value: String?) {
    separate()
    if let value { text.appendJSON(value) } else { text += "null" }
  }

  mutating func value(_ value: Int) { literal(String(value)) }
  mutating func value(_ value: Bool) { literal(value ? "true" : "false") }

  mutating func value(_ value: FixedDecimal?) { literal(value?.text() ?? "null") }

  private mutating func literal(_ word: String) {
    separate()
    text += word
  }

  private mutating func container(
    _ open: String, _ close: String, _ layout: Layout, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    text += open
    levels.append(Level(layout: layout))
    body(&self)
    let level = levels.removeLast()
    if level.layout == .lines, !level.isEmpty { breakLine() }
    text += close
  }

  /// What must stand before the next key or element.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let level = levels.last else { return }
    if !level.isEmpty { text += level.layout == .lines ? "," : ", " }
    if level.layout == .lines { breakLine() }
    levels[levels.count - 1].isEmpty = false
  }

  private mutating func breakLine() {
    text += "\n"
    for level in levels where level.layout == .lines { text += "  " }
  }
}

extension JSONWriter {
  mutating func field(_ name: String, _ value: String?) {
    key(name)
    self.value(value)
  }

  mutating func field(_ name: String, _ value: Int) {
    key(name)
    self.value(value)
  }

  mutating func field(_ name: String, _ value: Int?) {
    if let value { field(name, value) } else { field(name, nil as String?) }
  }

  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    self.value(value)
  }

  mutating func field(_ name: String, _ value: Day) { field(name, value.description) }

  /// Kronor with two decimals.
  mutating func field(_ name: String, _ amount: Ore?) {
    field(name, amount.map { FixedDecimal($0) })
  }

  mutating func field(_ name: String, _ value: FixedDecimal?) {
    key(name)
    self.value(value)
  }

  mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array { array in for value in values { array.value(value) } }
  }

  mutating func field(_ name: String, _ values: [Int]) {
    key(name)
    array { array in for value in values { array.value(value) } }
  }
}
