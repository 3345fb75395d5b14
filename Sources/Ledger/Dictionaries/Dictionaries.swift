public import SickPay

/// The three dictionaries that the coded columns of a scan refer to.
public struct Dictionaries: Sendable {
  public var persons = PersonDictionary()
  public var texts = TextDictionary()
  public private(set) var companyNumbers = NumberDictionary()

  public init() {}

  public init(
    companyNumbers: NumberDictionary, persons: PersonDictionary, texts: TextDictionary
  ) {
    (self.companyNumbers, self.persons, self.texts) = (companyNumbers, persons, texts)
  }

  public var companyCount: Int { companyNumbers.count }

  public mutating func intern(_ number: OrganisationNumber) -> CompanyID {
    CompanyID(cell: companyNumbers.intern(number.digits))
  }

  public func number(_ company: CompanyID) -> OrganisationNumber {
    OrganisationNumber(digits: companyNumbers.keys[company.index])
  }

  /// Takes in another scan part's dictionaries; how its ids are to be translated.
  mutating func absorb(_ other: Dictionaries) -> Translation {
    let companies = other.companyNumbers.keys.map { companyNumbers.intern($0) }
    return Translation(
      persons: persons.absorb(other.persons), companies: IDTranslation(targets: companies),
      texts: texts.absorb(other.texts))
  }

  /// Gives persons and companies ids by number, so that no result depends on the order of files.
  /// Texts keep theirs: where their order matters, their bytes are compared.
  mutating func sortIDs() -> Translation {
    let order = sortedOrder(companyNumbers.keys)
    companyNumbers.renumber(order)
    return Translation(
      persons: persons.sortIDs(), companies: IDTranslation(inverting: order),
      texts: IDTranslation(targets: Array(0..<Int32(texts.count))))
  }
}

/// Where each id of one dictionary lies in another.
struct IDTranslation {
  let targets: [Int32]
  private let isIdentity: Bool

  init(targets: [Int32]) {
    self.targets = targets
    isIdentity = targets.indices.allSatisfy { targets[$0] == Int32($0) }
  }

  /// `order[new]` is the old id.
  init(inverting order: [UInt32]) {
    var targets = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { targets[Int(old)] = Int32(new) }
    self.init(targets: targets)
  }

  func apply(to cells: inout [Int32]) {
    if isIdentity { return }
    let targets = targets.span
    var cells = cells.mutableSpan
    for index in cells.indices where cells[index] != absentCell {
      cells[index] = targets[Int(cells[index])]
    }
  }
}

struct Translation {
  let persons: IDTranslation
  let companies: IDTranslation
  let texts: IDTranslation
}
