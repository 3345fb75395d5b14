/// Where the names and the first row of a table are among a file's records.
///
/// Above the names there may be a title, a period, an address; the names may take several lines, of
/// which an upper one names groups of columns. The rows below decide: in a column of numbers or
/// dates the name is what is none.
struct TableLayout: Sendable, Equatable {
  /// Records before the names.
  var preambleRecords: Int
  /// Records that hold the names; 0 where the table has none.
  var headerRecords: Int
  /// The names by column; those of several lines are joined by a blank.
  var names: [String]

  /// Records that are looked at.
  static let sampleRecords = 200
  private static let mostHeaderRecords = 5

  /// - Parameters:
  ///   - records: The texts of the first records.
  ///   - merged: For each record the columns, from 0, that share the first one's text; fewer than
  ///     records where the rest has none.
  ///   - knownNames: How many names of columns a record holds that the reader knows. A record with
  ///     at least three is the header, whatever it looks like.
  init(
    _ records: [[String]], merged: [[ClosedRange<Int>]] = [],
    knownNames: ([String]) -> Int = { _ in 0 }
  ) {
    let rows = records.prefix(TableLayout.sampleRecords).enumerated().map { place, cells in
      LayoutRow(cells, merged: place < merged.count ? merged[place] : [])
    }
    let known = rows.indices.map { knownNames(rows[$0].cells) }
    if let most = known.max(), most >= 3, let place = known.firstIndex(of: most) {
      self.init(rows, header: TableLayout.knownHeader(rows, place, knownNames))
    } else {
      self.init(rows, header: TableLayout.header(of: rows))
    }
  }

  /// A header that somebody said: one line, at the top of the file.
  init(given names: [String]) {
    (preambleRecords, headerRecords, self.names) = (0, 1, names)
  }

  private init(_ rows: [LayoutRow], header: Range<Int>) {
    preambleRecords = header.lowerBound
    headerRecords = header.count
    names = TableLayout.joined(rows[header])
  }

  /// The lines about one of known names: one above with names of groups and one below with names
  /// that it lacks belong to it where more names are known by them.
  private static func knownHeader(
    _ rows: [LayoutRow], _ place: Int, _ knownNames: ([String]) -> Int
  ) -> Range<Int> {
    let repeated = rows[place...].prefix { $0.cells == rows[place].cells }.count
    var best = place..<place + repeated
    var most = knownNames(joined(rows[best]))
    for first in [place, place - 1] where first >= 0 {
      for end in [place + repeated, place + repeated + 1] where end <= rows.count {
        let lines = rows[first..<end]
        guard lines.allSatisfy({ !$0.shapes.contains(where: \.isTyped) }) else { continue }
        let known = knownNames(joined(lines))
        if known > most { (best, most) = (first..<end, known) }
      }
    }
    return best
  }

  private static func header(of rows: [LayoutRow]) -> Range<Int> {
    let width = commonWidth(rows)
    let typed = typedColumns(rows, width)
    let firstBody = rows.firstIndex { $0.isBody(typed, width) }
    let least = width > 1 ? 2 : 1
    let start = rows[..<(firstBody ?? rows.count)].firstIndex { $0.filled >= least }
    guard let start else {
      // Nothing but numbers, or nothing but titles.
      let place = firstBody ?? rows.firstIndex { $0.filled > 0 } ?? 0
      return place..<(firstBody == nil && place < rows.count ? place + 1 : place)
    }
    let repeated = rows[start...].prefix { $0.cells == rows[start].cells }.count
    guard let firstBody, firstBody - start <= mostHeaderRecords else {
      return start..<start + (repeated <= mostHeaderRecords ? repeated : 1)
    }
    return headerBlock(rows, start..<firstBody, typed)
  }

  /// The lines of a block of texts above the first row that are names.
  private static func headerBlock(
    _ rows: [LayoutRow], _ block: Range<Int>, _ typed: Set<Int>
  ) -> Range<Int> {
    var (first, end) = (block.lowerBound, block.lowerBound + 1)
    while end < block.upperBound {
      let below = rows[end...].firstIndex { $0.filled > 0 } ?? block.upperBound
      guard below < block.upperBound else { break }
      let upper = joined(rows[first..<end])
      if rows[below].cells == rows[end - 1].cells || rows[below].fillsGaps(of: upper) {
        end = below + 1
      } else if typed.contains(where: { rows[below].text($0).isEmpty })
        || rows[below].meanLength >= rows[first].meanLength / 2
      {
        // A row whose numbers are missing.
        break
      } else {
        (first, end) = (below, below + 1)
      }
    }
    return first..<end
  }

  /// The width that most records have; the greater of two.
  private static func commonWidth(_ rows: [LayoutRow]) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows where row.filled > 0 { counts[row.cells.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Columns whose values, below the first quarter, are numbers, dates or times.
  private static func typedColumns(_ rows: [LayoutRow], _ width: Int) -> Set<Int> {
    let body = rows.dropFirst(max(1, rows.count / 4))
    return Set(
      (0..<width).filter { column in
        let shapes = body.compactMap { column < $0.shapes.count ? $0.shapes[column] : nil }
        let filled = shapes.count { $0 != .empty }
        return filled > 0 && shapes.count(where: \.isTyped) * 10 >= filled * 6
      })
  }

  /// The names of columns out of the lines that hold them: a group's name stands over the first of
  /// its columns only. Where cells are merged they say how far a group goes; else it goes on to the
  /// next name.
  private static func joined(_ lines: ArraySlice<LayoutRow>) -> [String] {
    let width = lines.map(\.cells.count).max() ?? 0
    var names = [String](repeating: "", count: width)
    for (place, line) in zip(lines.indices, lines) {
      var group = ""
      for column in 0..<width {
        var text = line.text(column)
        if !line.merged.isEmpty, !line.merged.contains(where: { $0.contains(column) }) {
          group = ""
        }
        if !text.allSatisfy(\.isWhitespace) {
          group = text
        } else {
          let isNamedBelow = lines[(place + 1)...].contains {
            !$0.text(column).allSatisfy(\.isWhitespace)
          }
          text = isNamedBelow ? group : ""
        }
        if !text.isEmpty { names[column] += names[column].isEmpty ? text : " " + text }
      }
    }
    return names
  }
}

/// A record as the layout sees it.
private struct LayoutRow {
  let cells: [String]
  let merged: [ClosedRange<Int>]
  let shapes: [CellShape]
  let filled: Int

  init(_ cells: [String], merged: [ClosedRange<Int>]) {
    self.cells = cells
    self.merged = merged
    shapes = cells.map { CellShape(Array($0.utf8).span) }
    filled = shapes.count { $0 != .empty }
  }

  func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

  /// Bytes of a filled field.
  var meanLength: Double {
    Double(cells.reduce(0) { $0 + $1.utf8.count }) / Double(max(1, filled))
  }

  /// Whether its fields in columns of numbers are numbers.
  func isBody(_ typed: Set<Int>, _ width: Int) -> Bool {
    guard filled >= 2 || width == 1 else { return false }
    let here = typed.filter { $0 < shapes.count && shapes[$0] != .empty }
    return here.count { shapes[$0].isTyped } * 2 >= max(1, here.count) && !here.isEmpty
  }

  /// Whether it names columns that a line above left without a name of their own.
  func fillsGaps(of upper: [String]) -> Bool {
    guard filled > 0 else { return false }
    let gaps = shapes.indices.filter { $0 >= upper.count || upper[$0].isEmpty }
    let filledGaps = gaps.count { shapes[$0] != .empty }
    return filledGaps > 0 && shapes.count(where: \.isTyped) == 0
  }
}
