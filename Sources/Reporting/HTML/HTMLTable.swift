/// One column of a table: its title and whether it holds numbers.
struct HTMLColumn {
  var title: String
  var isNumber = false

  static func text(_ title: String) -> HTMLColumn { HTMLColumn(title: title) }
  static func number(_ title: String) -> HTMLColumn { HTMLColumn(title: title, isNumber: true) }
}

/// One row: a cell for each column. The cell that names the row is its header, and may link.
struct HTMLRow {
  var cells: [String]
  var headerIndex = 0
  var link: String?
}

extension HTMLWriter {
  /// A table with a caption and scoped headers.
  mutating func table(caption: String, _ columns: [HTMLColumn], _ rows: [HTMLRow]) {
    element("table") { table in
      table.element("caption", text: caption)
      table.element("thead") { head in
        head.element("tr") { row in
          for column in columns { row.header(column) }
        }
      }
      table.element("tbody") { body in
        for row in rows { body.row(row, columns) }
      }
    }
  }

  private mutating func header(_ column: HTMLColumn) {
    element(
      "th", column.isNumber ? ["scope": "col", "class": "tal"] : ["scope": "col"],
      text: column.title)
  }

  private mutating func row(_ row: HTMLRow, _ columns: [HTMLColumn]) {
    element("tr") { tr in
      for (index, column) in columns.enumerated() {
        if index != row.headerIndex {
          tr.element("td", column.isNumber ? ["class": "tal"] : [:], text: row.cells[index])
        } else if let link = row.link {
          tr.element("th", ["scope": "row"]) { cell in
            cell.element("a", ["href": link], text: row.cells[index])
          }
        } else {
          tr.element("th", ["scope": "row"], text: row.cells[index])
        }
      }
    }
  }
}
