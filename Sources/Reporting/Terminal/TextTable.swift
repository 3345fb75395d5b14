/// Columns of text under titles, two spaces apart. Widths are counted in characters.
public struct TextTable {
  public struct Column {
    enum Alignment {
      case leading, trailing
    }

    var title: String
    var alignment = Alignment.leading
    /// Whether the column gives way when the line is too long.
    var isFlexible = false

    public static func text(_ title: String) -> Column { Column(title: title) }
    public static func number(_ title: String) -> Column {
      Column(title: title, alignment: .trailing)
    }
    public static func flexible(_ title: String) -> Column {
      Column(title: title, isFlexible: true)
    }
  }

  struct Row {
    var cells: [String]
    /// Stands indented below the cells.
    var note: String?
    var isStrong = false

    init(cells: [String], note: String? = nil, isStrong: Bool = false) {
      self.cells = cells
      self.note = note
      self.isStrong = isStrong
    }
  }

  /// The narrowest that a flexible column may become, and the narrowest that reads well.
  private static let leastFlexible = 12
  private static let readableFlexible = 20
  private static let gap = 2

  private let columns: [Column]
  private var rows: [Row] = []

  public init(_ columns: [Column]) { self.columns = columns }

  /// - Precondition: a cell for each column.
  public mutating func add(_ cells: [String]) { add(Row(cells: cells)) }

  /// - Precondition: a cell for each column.
  mutating func add(_ row: Row) {
    precondition(row.cells.count == columns.count, "a cell for each column")
    var row = row
    row.cells = row.cells.map(\.printable)
    rows.append(row)
  }

  /// Whether all fits without a flexible column becoming hard to read.
  func fits(_ width: Int) -> Bool {
    let least = zip(columns, naturalWidths).map { column, natural in
      column.isFlexible ? min(natural, TextTable.readableFlexible) : natural
    }
    return TextTable.total(least) <= width
  }

  /// The title line and the rows in full width, each with its line break.
  public var text: String { lines(width: .max).map { $0.text + "\n" }.joined() }

  /// The title line and the rows, each with whether it is strong.
  func lines(width: Int) -> [(text: String, isStrong: Bool)] {
    let widths = widths(within: width)
    var lines = [(line(columns.map(\.title), widths), false)]
    for row in rows {
      lines.append((line(row.cells, widths), row.isStrong))
      if let note = row.note { lines.append((indent(widths) + note, false)) }
    }
    return lines
  }

  private var naturalWidths: [Int] {
    columns.indices.map { index in
      rows.reduce(columns[index].title.count) { max($0, $1.cells[index].count) }
    }
  }

  private func widths(within width: Int) -> [Int] {
    var widths = naturalWidths
    let excess = TextTable.total(widths) - width
    if excess > 0, let index = columns.firstIndex(where: \.isFlexible) {
      widths[index] = max(min(widths[index], TextTable.leastFlexible), widths[index] - excess)
    }
    return widths
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      let cell = cells[index].truncated(to: widths[index])
      let padding = String(repeating: " ", count: widths[index] - cell.count)
      if index > 0 { line += String(repeating: " ", count: TextTable.gap) }
      line += column.alignment == .leading ? cell + padding : padding + cell
    }
    return line.withoutSpacesAtEnd
  }

  /// Notes stand under the second column, so that the first stays easy to scan.
  private func indent(_ widths: [Int]) -> String {
    String(repeating: " ", count: (widths.first ?? 0) + TextTable.gap)
  }
}

extension String {
  /// At most `width` characters; what was cut shows as `…`.
  func truncated(to width: Int) -> String {
    count <= width ? self : String(prefix(width - 1)).withoutSpacesAtEnd + "…"
  }

  fileprivate var withoutSpacesAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
