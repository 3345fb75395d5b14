import Reporting

/// The texts that many findings of a scan have in common, each stored once, under a number.
struct SharedTexts {
  /// By number, from 0.
  private(set) var all: [String] = []
  private var numbers: [BytesOfText: Int] = [:]

  mutating func number(_ text: String) -> Int {
    let key = BytesOfText(text: text)
    if let number = numbers[key] { return number }
    numbers[key] = all.count
    all.append(text)
    return all.count - 1
  }

  /// Rows as a JSON array of `[kommun, ärende, number of the file's name, line]`.
  mutating func json(_ rows: [RowReference]) -> String {
    var json = "["
    json.reserveCapacity(2 + rows.count * 48)
    // Rows stand together by file.
    var file = ""
    var fileNumber = ""
    for row in rows {
      if fileNumber.isEmpty || row.file != file {
        file = row.file
        fileNumber = String(number(file))
      }
      json += json.utf8.count == 1 ? "[" : ",["
      json.appendJSON(row.kommun)
      json += ","
      json.appendJSON(row.arende)
      json += ","
      json += fileNumber
      json += ","
      json += String(row.line)
      json += "]"
    }
    json += "]"
    return json
  }
}

/// A text that equals another by its bytes: a string's own equality normalises both, which costs
/// more than storing the number.
private struct BytesOfText: Hashable {
  var text: String

  static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
