import Foundation

/// JSON, as a script sees it.
enum JSONValue: Sendable, Equatable, Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  /// `null` where there is no such key.
  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  /// Empty where it is no string.
  var text: String { if case .string(let text) = self { text } else { "" } }
  /// No number where it is none.
  var number: Double { if case .number(let number) = self { number } else { .nan } }

  /// Without these keys, at any depth.
  func without(_ keys: Set<String>) -> JSONValue {
    switch self {
    case .object(let members):
      .object(members.filter { !keys.contains($0.key) }.mapValues { $0.without(keys) })
    case .array(let items): .array(items.map { $0.without(keys) })
    default: self
    }
  }

  /// The first place where two values differ, with both; `nil` where they are equal.
  func difference(from other: JSONValue, at path: String = "") -> String? {
    switch (self, other) {
    case (.object(let left), .object(let right)):
      let keys = Set(left.keys).union(right.keys).sorted()
      return keys.lazy.compactMap { key in
        (left[key] ?? .null).difference(from: right[key] ?? .null, at: path + "." + key)
      }.first
    case (.array(let left), .array(let right)):
      return zip(left, right).enumerated().lazy.compactMap { index, pair in
        pair.0.difference(from: pair.1, at: path + "[\(index)]")
      }.first ?? (left.count == right.count ? nil : "\(path): \(left.count) ≠ \(right.count) items")
    default: return self == other ? nil : "\(path): \(self) ≠ \(other)"
    }
  }
}
