import Foundation
import GRDB
import Reporting
import SickPay

/// A day in one column, as ISO text.
struct ISODay: DatabaseValueConvertible {
  let day: Day

  init(_ day: Day) { self.day = day }

  var databaseValue: DatabaseValue { day.description.databaseValue }

  static func fromDatabaseValue(_ stored: DatabaseValue) -> ISODay? {
    String.fromDatabaseValue(stored).flatMap { Day(iso: $0) }.map(ISODay.init)
  }
}

/// What a list in one column may hold.
protocol JSONListElement: Decodable, Sendable {
  func append(to json: inout String)
}

extension Int: JSONListElement {
  func append(to json: inout String) { json += String(self) }
}

extension String: JSONListElement {
  func append(to json: inout String) { json.appendJSON(self) }
}

/// A list in one column, as a JSON array.
struct JSONList<Element: JSONListElement>: DatabaseValueConvertible {
  let elements: [Element]

  init(_ elements: [Element]) { self.elements = elements }

  var databaseValue: DatabaseValue {
    var json = "["
    for (index, element) in elements.enumerated() {
      if index > 0 { json += "," }
      element.append(to: &json)
    }
    return (json + "]").databaseValue
  }

  static func fromDatabaseValue(_ stored: DatabaseValue) -> JSONList? {
    guard let text = String.fromDatabaseValue(stored),
      let elements = try? JSONDecoder().decode([Element].self, from: Data(text.utf8))
    else { return nil }
    return JSONList(elements)
  }
}
