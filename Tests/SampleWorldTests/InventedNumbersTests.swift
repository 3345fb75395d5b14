import SickPay
import Testing

@testable import SampleWorld

/// No number in a world can be anybody's.
struct InventedNumbersTests {
  private let world: ReadWorld

  init() throws { world = try Worlds.mixed.get() }

  @Test func `every person is of the test series, with the right check digit`() {
    var persons = Set(
      world.rows.flatMap { row in
        row.method == "felskrivet-personnummer" ? [row.brukare] : [row.brukare, row.assistant]
      })
    for row in world.rows {
      for shift in row.shifts where !shift.isVacant { persons.insert(shift.substitute) }
    }
    #expect(persons.count > 1000)
    for person in persons {
      let digits = UInt64(person) ?? 0
      #expect(person.utf8.count == 12)
      #expect(980...999 ~= digits / 10 % 1000)
      #expect(PersonNumber(digits: digits).hasValidCheckDigit, "\(person)")
      let day = digits / 10_000 % 100 % 60
      let born = Day(
        year: Int(digits / 100_000_000), month: Int(digits / 1_000_000 % 100), day: Int(day))
      #expect(born != nil, "\(person)")
    }
  }

  @Test func `brukare and assistants are never the same person`() {
    let brukare = Set(world.rows.map(\.brukare))
    let assistants = Set(world.rows.map(\.assistant))
    #expect(brukare.isDisjoint(with: assistants))
  }

  @Test func `a mistyped number is of the series too, with a wrong check digit`() {
    let mistyped = world.rows.filter { $0.method == "felskrivet-personnummer" }
    #expect(!mistyped.isEmpty)
    for row in mistyped {
      let digits = UInt64(row.assistant) ?? 0
      #expect(980...999 ~= digits / 10 % 1000)
      #expect(!PersonNumber(digits: digits).hasValidCheckDigit)
    }
  }

  @Test func `companies have numbers of a group that nobody has, and names of their own`() {
    var names = Set<String>()
    for index in 0..<8_000 {
      let number = Invented.organisationNumber(index, seed: 11)
      #expect(number / 1_000_000_000 == 4)
      #expect(OrganisationNumber(digits: number).hasValidCheckDigit)
      #expect(!OrganisationNumber(digits: number).isPerson)
      #expect(Luhn.isValid(Invented.bankgiro(index, seed: 11)))
      names.insert(Invented.companyName(index, seed: 11))
    }
    #expect(names.count == 8_000)
    #expect(Set((0..<8_000).map { Invented.organisationNumber($0, seed: 11) }).count == 8_000)
  }

  @Test func `no number is given twice, also when samordningsnummer begin`() {
    // Two years of birth dates, so that both kinds run out within the test.
    var assistants = TestNumbers.assistants(WorldPlan(), ages: 40...42)
    var brukare = TestNumbers.brukare(WorldPlan(), ages: 40...42)
    var drawn: [UInt64] = []
    while let person = assistants.draw() { drawn.append(person.digits) }
    while let person = brukare.draw() { drawn.append(person.digits) }
    #expect(Set(drawn).count == drawn.count)
    // Two years less two first days of January, twenty numbers a day, two kinds of number.
    #expect(drawn.count == (730 - 2) * 20 * 2)
    #expect(drawn.count { $0 / 10_000 % 100 > 60 } == drawn.count / 2)
  }
}
