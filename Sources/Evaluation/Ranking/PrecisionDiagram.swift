/// Precision among the first k companies as lines in one picture (SVG 1.1), without scripts, fonts
/// or styles from elsewhere.
public struct PrecisionDiagram: Sendable {
  public struct Line: Sendable {
    /// Swedish, in the legend.
    public let name: String
    /// 0…1, among the first 1, 2, …
    public let precisions: [Double]

    public init(name: String, precisions: [Double]) {
      self.name = name
      self.precisions = precisions
    }
  }

  private let lines: [Line]
  private let title: String
  private static let colours = ["#1b4d89", "#b3541e", "#5b7f3b", "#777777", "#7a3b80"]
  private static let (left, top, width, height) = (60, 50, 560, 300)

  public init(title: String, _ lines: [Line]) {
    self.title = title
    self.lines = lines
  }

  public var svg: String {
    let last = lines.map(\.precisions.count).max() ?? 1
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 420" font-family="sans-serif" \
      font-size="13">
      <rect width="840" height="420" fill="white"/>
      <text x="\(Self.left)" y="28" font-size="16">\(escaped(title))</text>

      """
    for tenth in stride(from: 0, through: 10, by: 2) {
      let y = point(0, Double(tenth) / 10, last).y
      text += """
        <line x1="\(Self.left)" y1="\(y)" x2="\(Self.left + Self.width)" y2="\(y)" stroke="#ddd"/>
        <text x="\(Self.left - 8)" y="\(y + 4)" text-anchor="end">\(tenth * 10) %</text>

        """
    }
    for k in [1] + stride(from: 5, through: last, by: 5) {
      let x = point(k - 1, 0, last).x
      text += """
        <text x="\(x)" y="\(Self.top + Self.height + 20)" text-anchor="middle">\(k)</text>

        """
    }
    text += """
      <text x="\(Self.left + Self.width / 2)" y="\(Self.top + Self.height + 44)" \
      text-anchor="middle">Antal bolag från toppen</text>

      """
    for (index, line) in lines.enumerated() { text += drawn(line, index, last) }
    return text + "</svg>\n"
  }

  private func drawn(_ line: Line, _ index: Int, _ last: Int) -> String {
    let colour = Self.colours[index % Self.colours.count]
    let points = line.precisions.enumerated().map { k, precision in
      let point = point(k, precision, last)
      return "\(point.x),\(point.y)"
    }
    let (x, y) = (Self.left + Self.width + 16, Self.top + 16 + index * 22)
    return """
      <polyline fill="none" stroke="\(colour)" stroke-width="2" \
      points="\(points.joined(separator: " "))"/>
      <line x1="\(x)" y1="\(y - 4)" x2="\(x + 20)" y2="\(y - 4)" stroke="\(colour)" \
      stroke-width="2"/>
      <text x="\(x + 26)" y="\(y)">\(escaped(line.name))</text>

      """
  }

  /// In whole pixels, so that the same figures give the same bytes.
  private func point(_ place: Int, _ precision: Double, _ last: Int) -> (x: Int, y: Int) {
    let step = last > 1 ? Double(place) / Double(last - 1) : 0
    return (
      Self.left + Int((step * Double(Self.width)).rounded()),
      Self.top + Int(((1 - precision) * Double(Self.height)).rounded())
    )
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
