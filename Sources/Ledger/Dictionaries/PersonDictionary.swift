public import SickPay

/// Persons and their dense ids: numbers of twelve digits, and ids that only the sender understands
/// (interim numbers, a kommun's own ids for brukare).
public struct PersonDictionary: Sendable {
  public private(set) var numbers = NumberDictionary()
  /// Those that are no numbers; their keys in `numbers` carry a flag.
  public private(set) var opaque = TextDictionary()
  private static let opaqueFlag = UInt64(1) << 63

  public init() {}

  /// As another dictionary held them.
  public init(numbers: NumberDictionary, opaque: TextDictionary) {
    (self.numbers, self.opaque) = (numbers, opaque)
  }

  public var count: Int { numbers.count }

  public mutating func intern(_ number: PersonNumber) -> PersonID {
    PersonID(cell: numbers.intern(number.digits))
  }

  public mutating func intern(opaque text: Span<UInt8>) -> PersonID {
    let id = opaque.intern(text)
    return PersonID(cell: numbers.intern(PersonDictionary.opaqueFlag | UInt64(id.cell)))
  }

  /// The number of a person, `nil` for an opaque id.
  public func number(_ id: PersonID) -> PersonNumber? {
    let key = numbers.keys[id.index]
    return key & PersonDictionary.opaqueFlag == 0 ? PersonNumber(digits: key) : nil
  }

  /// The whole number or id in clear. Never for logs, errors or lists: see `läslogg`.
  public func clearText(_ id: PersonID) -> String {
    let key = numbers.keys[id.index]
    if key & PersonDictionary.opaqueFlag == 0 { return String(key) }
    return opaque[TextID(cell: Int32(key & ~PersonDictionary.opaqueFlag))]
  }

  mutating func absorb(_ other: PersonDictionary) -> IDTranslation {
    if count == 0 {
      self = other
      return IDTranslation(targets: Array(0..<Int32(other.count)))
    }
    let texts = opaque.absorb(other.opaque)
    return IDTranslation(
      targets: other.numbers.keys.map { key in
        guard key & PersonDictionary.opaqueFlag != 0 else { return numbers.intern(key) }
        let text = texts.targets[Int(key & ~PersonDictionary.opaqueFlag)]
        return numbers.intern(PersonDictionary.opaqueFlag | UInt64(text))
      })
  }

  /// Gives ids by number, opaque ids last by their bytes, whatever order they were met in.
  mutating func sortIDs() -> IDTranslation {
    var order = sortedOrder(numbers.keys)
    let firstOpaque = order.firstIndex { numbers.keys[Int($0)] & PersonDictionary.opaqueFlag != 0 }
    if let firstOpaque {
      order[firstOpaque...].sort { left, right in
        opaque.precedes(textID(left), textID(right))
      }
    }
    numbers.renumber(order)
    return IDTranslation(inverting: order)
  }

  private func textID(_ id: UInt32) -> TextID {
    TextID(cell: Int32(numbers.keys[Int(id)] & ~PersonDictionary.opaqueFlag))
  }
}
