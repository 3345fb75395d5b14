/// An element of an invoice and where it stands: `/Invoice/InvoiceLine[2]/LineExtensionAmount`.
struct InvoicePlace {
  let element: InvoiceElement
  let path: String

  init(root: InvoiceElement) { (element, path) = (root, "/" + root.name) }

  private init(_ element: InvoiceElement, _ path: String) {
    (self.element, self.path) = (element, path)
  }

  /// The elements that a path of names leads to; those of one name are numbered from 1 where there
  /// are several.
  func all(_ names: String) -> [InvoicePlace] {
    names.split(separator: "/").reduce([self]) { places, name in
      places.flatMap { $0.children(named: name) }
    }
  }

  func first(_ names: String) -> InvoicePlace? { all(names).first }

  /// The first text that a path leads to; `nil` where there is none.
  func text(_ names: String) -> String? {
    guard let text = first(names)?.text, !text.isEmpty else { return nil }
    return text
  }

  /// With blanks as in `normalize-space` of XPath.
  var text: String { element.text.split { $0.isWhitespace }.joined(separator: " ") }

  /// All elements of some names, at any depth.
  func descendants(_ names: Set<String>) -> [InvoicePlace] {
    var found: [InvoicePlace] = []
    var seen: Set<String> = []
    for child in element.children where seen.insert(child.name).inserted {
      for place in children(named: child.name[...]) {
        if names.contains(child.name) { found.append(place) }
        if !place.element.children.isEmpty { found += place.descendants(names) }
      }
    }
    return found
  }

  private func children(named name: Substring) -> [InvoicePlace] {
    let named = element.children.filter { $0.name == name }
    return named.enumerated().map { index, child in
      let number = named.count == 1 ? "" : "[\(index + 1)]"
      return InvoicePlace(child, "\(path)/\(name)\(number)")
    }
  }
}
