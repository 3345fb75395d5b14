/// Writes HTML that is also well-formed XML. Elements are closures, so that tags match, and all
/// text and attributes are escaped here.
struct HTMLWriter {
  typealias Attributes = KeyValuePairs<String, String>

  private var text = ""

  /// What was written since the last call.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  /// A container, on lines of its own.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    text += "\n"
    body(&self)
    text += "</\(name)>\n"
  }

  /// An element that holds text only.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
    open(name, attributes)
    text += HTMLWriter.escaped(content) + "</\(name)>\n"
  }

  /// An element without content, as `meta`.
  mutating func void(_ name: String, _ attributes: Attributes) {
    open(name, attributes, end: "/>\n")
  }

  /// Our own text, as it is.
  mutating func verbatim(_ own: StaticString) { text += own.description }

  private mutating func open(_ name: String, _ attributes: Attributes, end: String = ">") {
    text += "<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(HTMLWriter.escaped(value))\"" }
    text += end
  }

  private static func escaped(_ content: String) -> String {
    let content = content.printable
    let special: [Unicode.Scalar] = ["&", "<", ">", "\"", "'"]
    guard content.unicodeScalars.contains(where: special.contains) else { return content }
    var escaped = ""
    for scalar in content.unicodeScalars {
      if special.contains(scalar) {
        escaped += "&#\(scalar.value);"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension HTMLWriter {
  mutating func paragraphs(_ sentences: [String]) {
    for sentence in sentences { element("p", text: sentence) }
  }

  /// Nothing when there are no items.
  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    element("ul") { list in for item in items { list.element("li", text: item) } }
  }
}
