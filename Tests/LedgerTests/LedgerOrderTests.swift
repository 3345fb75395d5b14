import Ingest
import Ledger
import SampleWorld
import SickPay
import TestSupport
import Testing

struct LedgerOrderTests {
  private let tables = TestTables(
    claims: (0..<40).map { n in
      "ärende=Ä\(n); assistent=\(person(n % 7)); orgnr=\(company(n % 3)); "
        + "sjuk_från=2025-03-\(10 + n % 9); sjuk_till=2025-03-\(19 + n % 9); belopp=\(n * 10)"
    },
    shifts: (0..<40).map { n in
      "ärende=Ä\(n); assistent=\(person(n % 7)); vikarie=\(person(20 + n % 5))"
    })

  @Test(arguments: [2, 7])
  func `one, two and seven batches give the same columns`(pieces: Int) async throws {
    let whole = try await tables.ledger()
    let cut = try await tables.ledger(cutInto: pieces)
    expectSameRows(cut, whole)
  }

  @Test func `shuffled rows give the same columns`() async throws {
    var shuffled = tables
    var generator = SeededGenerator(seed: 7)
    shuffled.claims.shuffle(using: &generator)
    shuffled.shifts.shuffle(using: &generator)
    expectSameRows(try await shuffled.ledger(), try await tables.ledger())
  }

  @Test func `a file that comes twice counts once`() async throws {
    let texts = [tables.claimsCSV, tables.shiftsCSV]
    let once = Ledger(
      parts: try await ingest(texts).parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    let twice = Ledger(
      parts: try await ingest(texts + texts).parts, date: nil, windowMonths: 24, law: sickPeriodLaw)
    expectSameRows(twice, once)
    #expect(twice.repeatedClaims == 40)
    #expect(twice.repeatedShifts == 40)
  }

  /// Everything but where a row was read, and text ids, whose order is that of reading.
  private func expectSameRows(_ left: Ledger, _ right: Ledger) {
    #expect(left.claims.count == right.claims.count)
    for row in 0..<right.claims.count {
      #expect(left.claims[.company, row] == right.claims[.company, row])
      #expect(left.claims[.assistent, row] == right.claims[.assistent, row])
      #expect(left.claims[.amount, row] == right.claims[.amount, row])
      let names = [left, right].map { $0.dictionaries.texts[$0.claims[.arende, row]] }
      #expect(names[0] == names[1])
    }
    #expect(left.claimOfShift == right.claimOfShift)
    #expect(left.shifts.column(.vikarie) == right.shifts.column(.vikarie))
    #expect(left.shiftOffsets == right.shiftOffsets)
  }

  @Test func `a shift goes to the period of its ärende that contains its day`() async throws {
    let ledger = try await TestTables(
      claims: [
        "ärende=Ä1; sjuk_från=2025-03-03; sjuk_till=2025-03-05",
        "ärende=Ä1; sjuk_från=2025-03-20; sjuk_till=2025-03-22",
      ],
      shifts: [
        "start=2025-03-21 08:00; slut=2025-03-21 16:00; vikarie=[vakant]",
        "start=2025-03-03 08:00; slut=2025-03-03 16:00; vikarie=[vakant]",
        "start=2025-03-19 08:00; slut=2025-03-19 16:00; vikarie=[vakant]",
        "ärende=Ä2; vikarie=[vakant]",
      ]
    ).ledger()
    #expect(ledger.claimOfShift == [0, 1, 1, -1])
    #expect(ledger.shiftsWithoutClaim == 1)
  }
}
