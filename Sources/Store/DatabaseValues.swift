import Foundation
import GRDB
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

/// A list in one column, as a JSON array.
struct JSONList<Element: Codable & Sendable>: DatabaseValueConvertible {
  let elements: [Element]

  init(_ elements: [Element]) { self.elements = elements }

  var databaseValue: DatabaseValue {
    guard let data = try? JSONEncoder().encode(elements) else { return .null }
    return String(decoding: data, as: UTF8.self).databaseValue
  }

  static func fromDatabaseValue(_ stored: DatabaseValue) -> JSONList? {
    guard let text = String.fromDatabaseValue(stored),
      let elements = try? JSONDecoder().decode([Element].self, from: Data(text.utf8))
    else { return nil }
    return JSONList(elements)
  }
}
