/// The number format of each style of a workbook (ECMA-376 part 1, 18.8).
struct Styles: PartHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var cellFormats: [Int] = []
  private var isInCellFormats = false

  /// Of a cell's style; styles that the workbook does not have say nothing.
  func format(_ style: Int) -> NumberFormat {
    guard cellFormats.indices.contains(style) else { return .plain }
    let id = cellFormats[style]
    return codes[id] ?? NumberFormat(builtIn: id)
  }

  mutating func start(
    _ element: MarkupName, _ attributes: borrowing MarkupAttributes
  ) throws(RefusalReason) {
    switch element.local {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      guard codes.count < IngestLimits.styles else { throw .workbook(.tooManyParts) }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      guard cellFormats.count < IngestLimits.styles else { throw .workbook(.tooManyParts) }
      cellFormats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  mutating func end(_ element: MarkupName) throws(RefusalReason) {
    if element.local == "cellXfs" { isInCellFormats = false }
  }

  /// By style, so that no cell has to look for its own.
  var formats: [NumberFormat] { cellFormats.indices.map(format) }
}
