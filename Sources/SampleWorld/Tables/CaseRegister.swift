/// Hands out each kommun's ärende numbers, ascending by the day on which claims come in, though
/// companies are written one after another: every day of the year has a block of numbers.
struct CaseRegister {
  private let firstDay: Int32
  private let block: Int
  private var given: [[Int32]]
  private var overflow: [Int]

  init(plan: WorldPlan) {
    firstDay = plan.firstNumber
    // The busiest kommun has about a quarter of the claims, on two days of three; eight times that
    // leaves room for the days on which many companies bill.
    block = max(40, 2 * plan.claims / max(1, plan.days) * (plan.kommuner.count > 1 ? 1 : 4))
    given = Array(repeating: Array(repeating: 0, count: plan.days + 1), count: plan.kommuner.count)
    overflow = Array(repeating: 0, count: plan.kommuner.count)
  }

  /// The next number in a kommun for a claim that came in on a day of the year, 1…366.
  mutating func next(kommun: Int, received: Int32, dayOfYear: Int) -> Int {
    let day = Int(received - firstDay)
    if Int(given[kommun][day]) < block {
      given[kommun][day] += 1
      return (dayOfYear - 1) * block + Int(given[kommun][day])
    }
    overflow[kommun] += 1
    return 366 * block + overflow[kommun]
  }
}
