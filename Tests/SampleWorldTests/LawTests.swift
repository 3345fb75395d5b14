import SampleWorld
import SickPay
import Testing

/// What the law asks of honest rows, judged by plain arithmetic on the written tables.
struct LawTests {
  private let world: ReadWorld
  private let honest: [ReadClaim]

  init() throws {
    world = try Worlds.mixed.get()
    honest = world.honest
  }

  private func text(_ row: ReadClaim, _ column: String) -> String {
    world.claims.text(row.line, column)
  }

  @Test func `a certificate covers the eighth sick day and what follows, anew after a relapse`() {
    let silent = world.companies(omitting: "läkarintyg")
    #expect(!silent.isEmpty)
    var (long, short, early) = (0, 0, 0)
    for row in honest {
      let start = text(row, "sjukperiod_från")
      let first = start.isEmpty ? row.first : dayNumber(start)
      let (from, to) = (text(row, "läkarintyg_från"), text(row, "läkarintyg_till"))
      guard row.last >= first + 7, !silent.contains(row.organisation) else {
        #expect(from.isEmpty && to.isEmpty && text(row, "omfattning").isEmpty)
        short += 1
        continue
      }
      #expect(dayNumber(from) <= max(row.first, first + 7) && dayNumber(to) >= row.last)
      #expect(text(row, "omfattning") == "100")
      long += 1
      early += dayNumber(from) == first ? 1 : 0
    }
    #expect(long > 300 && short > 1000 && early > 20)
  }

  @Test func `the fee is the lawful one for the age and the month of payment`() {
    var (full, reduced) = (0, 0)
    for row in honest where !text(row, "avgift_procent").isEmpty {
      let paid = text(row, "lön_utbetald")
      let year = Int(paid.prefix(4)) ?? Day(number: Int32(row.last) + 31).civil.year
      let born = Int(row.assistant.prefix(4)) ?? 0
      // Nobody is born on the first of January; the youth relief ended before the first payment.
      let isOlder = year - born - 1 >= (year >= 2026 ? 67 : 66)
      let fee = text(row, "avgift_procent")
      if paid.isEmpty {
        #expect(fee == "31,42" || fee == "10,21")
      } else {
        #expect(fee == (isOlder ? "10,21" : "31,42"), "\(row.caseNumber)")
      }
      full += fee == "31,42" ? 1 : 0
      reduced += fee == "10,21" ? 1 : 0
      guard row.total > 0, !text(row, "arbetsgivaravgift").isEmpty else { continue }
      let base = ["sjuklön", "ob", "jour", "semesterersättning"].reduce(0) {
        $0 + hundredths(text(row, $1))
      }
      let due = Double(base) * Double(hundredths(fee)) / 10_000
      #expect(abs(Double(hundredths(text(row, "arbetsgivaravgift"))) - due) <= 51)
    }
    #expect(full > 1000 && reduced > 20)
  }

  @Test func `nobody is paid outside of the employment`() {
    var ended = 0
    for row in honest where !text(row, "anställd_från").isEmpty {
      #expect(dayNumber(text(row, "anställd_från")) <= row.first)
      let end = text(row, "anställd_till")
      guard !end.isEmpty else { continue }
      #expect(row.last <= dayNumber(end))
      ended += 1
    }
    #expect(ended > 100)
  }

  @Test func `an employment of less than a month has its fourteen days`() {
    var brief = 0
    for row in honest where !text(row, "anställd_till").isEmpty {
      let (from, to) = (
        dayNumber(text(row, "anställd_från")), dayNumber(text(row, "anställd_till"))
      )
      guard to - from < 29 else { continue }
      #expect(row.first >= from + 14)
      brief += 1
    }
    #expect(brief > 5)
  }

  @Test func `shares of one absence add up to the whole`() {
    let absences = Dictionary(grouping: honest.filter { !text($0, "fördelning").isEmpty }) {
      "\($0.organisation);\($0.assistant);\($0.first)"
    }
    var whole = 0
    for rows in absences.values {
      let sum = rows.reduce(0) { $0 + hundredths(text($1, "fördelning")) }
      // A row of the absence may be labelled, credited or replaced, and stands elsewhere then.
      #expect(sum <= 10_000)
      whole += sum == 10_000 ? 1 : 0
      #expect(Set(rows.map(\.brukare)).count == rows.count)
    }
    #expect(whole * 10 > absences.count * 7)
  }

  @Test func `nobody charges VAT`() {
    #expect(honest.allSatisfy { text($0, "moms").isEmpty })
  }

  @Test func `semesterersättning follows the company's own method`() {
    let bases = ["ersatta timmar", "karenstimmar också", "sjuklön"]
    var compared = [0, 0, 0]
    for row in honest where row.reimbursed > 0 {
      guard world.choice(row.organisation, "semester_på_ob") == "nej",
        let base = bases.firstIndex(of: world.choice(row.organisation, "semester_bas")),
        !text(row, "semester_procent").isEmpty, !text(row, "semesterersättning").isEmpty,
        !text(row, "ersatta_timmar").isEmpty
      else { continue }
      let minutes = row.reimbursed + (base == 1 ? row.karens : 0)
      let wage = Double(hundredths(text(row, "timlön")) * minutes) / 60 * (base == 2 ? 0.8 : 1)
      let due = wage * Double(hundredths(text(row, "semester_procent"))) / 10_000
      #expect(abs(Double(hundredths(text(row, "semesterersättning"))) - due) <= 51)
      compared[base] += 1
    }
    #expect(compared.allSatisfy { $0 > 50 })
  }
}
