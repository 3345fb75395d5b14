import SickPay

/// Personnummer that nobody has: the birth numbers 980–999 are kept for test persons
/// (Skatteverket, "Testpersonnummer").
///
/// Assistants take 980–995 and brukare 996–999 of every birth date, so that no number is given
/// twice. A small share, and all once the personnummer are used up, are samordningsnummer, whose
/// day is 60 higher.
struct TestNumbers {
  /// `ÅÅÅÅMMDDNNNK` and the day of birth.
  typealias Person = (digits: UInt64, born: Day)

  private let birthNumbers: ClosedRange<Int>
  private let firstBirth: Day
  private let slots: Int
  private let seed: UInt64
  /// Those born before this day are thinned out to a third; few work past the pension age.
  private let thinBefore: Day
  private var next = 0

  /// - Parameter ages: at the plan's first day.
  static func assistants(_ plan: WorldPlan, ages: ClosedRange<Int> = 19...70) -> TestNumbers {
    TestNumbers(birthNumbers: 980...995, ages: ages, thinned: 64, plan: plan)
  }

  /// - Parameter ages: at the plan's first day.
  static func brukare(_ plan: WorldPlan, ages: ClosedRange<Int> = 5...85) -> TestNumbers {
    TestNumbers(birthNumbers: 996...999, ages: ages, thinned: 200, plan: plan)
  }

  private init(
    birthNumbers: ClosedRange<Int>, ages: ClosedRange<Int>, thinned: Int, plan: WorldPlan
  ) {
    self.birthNumbers = birthNumbers
    seed = plan.seed
    firstBirth = plan.from.adding(months: -12 * ages.upperBound)
    let lastBirth = plan.from.adding(months: -12 * ages.lowerBound)
    slots = firstBirth.distance(to: lastBirth) * birthNumbers.count
    thinBefore = plan.from.adding(months: -12 * thinned)
  }

  /// No more persons than this can be drawn.
  var capacity: Int { 2 * slots }

  /// `nil` when every number is taken.
  mutating func draw() -> Person? {
    while next < capacity {
      let turn = next
      next += 1
      let slot = Invented.permuted(turn % slots, of: slots, seed: seed)
      let born = firstBirth.advanced(by: slot / birthNumbers.count)
      let isThinned = born < thinBefore && slot % 3 != 0
      // Nobody is born on the first of January: the age at the year's beginning has one reading.
      if isThinned || born.civil.month == 1 && born.civil.day == 1 { continue }
      // One in 64 takes the samordningsnummer of its slot first, and the personnummer second.
      let isCoordination = (turn < slots) == (slot % 64 == 5)
      let number = birthNumbers.lowerBound + slot % birthNumbers.count
      return (TestNumbers.digits(born: born, number: number, isCoordination), born)
    }
    return nil
  }

  static func digits(born: Day, number: Int, _ isCoordination: Bool) -> UInt64 {
    let date = born.civil
    let day = date.day + (isCoordination ? 60 : 0)
    let nine = ((date.year % 100 * 100 + date.month) * 100 + day) * 1000 + number
    let century = UInt64(date.year / 100)
    let digits = UInt64(nine)
    return century * 10_000_000_000 + digits * 10 + Luhn.checkDigit(digits)
  }
}
