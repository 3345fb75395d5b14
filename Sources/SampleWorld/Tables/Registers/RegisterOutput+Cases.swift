/// What kommuner paid, and what they found when they looked closer.
extension RegisterOutput {
  /// Claim rows of one ärende, and of one invoice where a payment is meant.
  private struct Case {
    var row: Int
    var received: Int32
    var amount: Int64 = 0
    var falsely: Int64 = 0
    var isFraud = false
    var isError = false
  }

  private func cases(_ books: CompanyBooks, _ order: [Int], byInvoice: Bool) -> [Case] {
    var result: [Case] = []
    var found: [[Int]: Int] = [:]
    for number in order {
      let row = books.rows[number]
      let invoice = byInvoice ? row.invoice : 0
      let key = [row.kommun, Int(row.caseYear), row.caseNumber, invoice]
      let index = found[key] ?? result.count
      if index == result.count {
        found[key] = index
        result.append(Case(row: number, received: row.received))
      }
      result[index].received = max(result[index].received, row.received)
      result[index].amount += row.isCredit ? -row.amounts.total : row.amounts.total
      guard let label = row.label else { continue }
      result[index].falsely += max(0, row.amounts.total - row.lawful)
      if case .error = label {
        result[index].isError = true
      } else {
        result[index].isFraud = true
      }
    }
    return result
  }

  /// `betalningar.csv`: all that was claimed, two to five weeks later; credits as negative sums.
  mutating func writePayments(
    _ books: CompanyBooks, _ order: [Int], _ random: inout SeededGenerator,
    to sink: inout some WorldSink & ~Copyable
  ) throws {
    for paid in cases(books, order, byInvoice: true) {
      let day = paid.received + Int32(random.between(14...35))
      guard day <= books.world.plan.lastNumber else { continue }
      let row = books.rows[paid.row]
      claims.writeCase(row, of: books, to: &payments)
      payments.field()
      if row.invoice > 0 { payments.digits(UInt64(row.invoice)) }
      payments.field()
      days.write(day, to: &payments)
      payments.field()
      payments.hundredths(paid.amount)
      payments.field()
      payments.bankgiro(books.company.bankgiro)
      payments.endRow()
      try payments.drain(to: &sink, .payments)
    }
  }

  /// `utfall.csv`: of the claims older than half a year, one in fifty was looked into at random,
  /// and some because of a suspicion, which falls on cheating companies more often. What was found
  /// is the truth.
  mutating func writeOutcomes(
    _ books: CompanyBooks, _ order: [Int], _ random: inout SeededGenerator,
    to sink: inout some WorldSink & ~Copyable
  ) throws {
    let suspected = books.company.cheating == nil ? 0.01 : 0.08
    for found in cases(books, order, byInvoice: false) {
      let (isRandom, isSuspected) = (random.chance(0.02), random.chance(suspected))
      guard isRandom || isSuspected, found.received <= books.world.plan.lastNumber - 182 else {
        continue
      }
      claims.writeCase(books.rows[found.row], of: books, to: &outcomes)
      outcomes.text(found.isFraud ? ";återkrav;" : found.isError ? ";fel;" : ";rätt;")
      outcomes.hundredths(found.falsely)
      outcomes.text(isRandom ? ";slump" : ";risk")
      outcomes.endRow()
      try outcomes.drain(to: &sink, .outcomes)
    }
  }
}
