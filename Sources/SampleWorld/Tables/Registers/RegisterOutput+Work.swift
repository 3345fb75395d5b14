import SickPay

/// What was worked, and for which wage.
extension RegisterOutput {
  /// The three whole months before the month of the extract: later ones are not reported yet, and
  /// more would outweigh all other tables.
  static func reportedDays(_ plan: WorldPlan) -> ClosedRange<Int32> {
    let month = plan.lastNumber - Int32(plan.to.civil.day) + 1
    let first = max(plan.firstNumber, Day(number: month).adding(months: -3).number)
    return min(first, month - 1)...month - 1
  }

  /// Whether the time worked for a brukare is reported: all in worlds of less than 40 000 claims,
  /// one in two, three and so on in larger ones.
  static func isReported(_ brukare: Int32, _ plan: WorldPlan) -> Bool {
    Int(brukare) % max(1, plan.claims / 20_000) == 0
  }

  /// `tid.csv`: the rotas of those who were well, and the turns of their substitutes.
  mutating func writeWorkedTime(
    _ books: CompanyBooks, to sink: inout some WorldSink & ~Copyable
  ) throws {
    let plan = books.world.plan
    let reported = RegisterOutput.reportedDays(plan)
    for (job, holder) in books.jobs.enumerated() {
      var worked = books.workedShifts(job, on: reported)
      if holder.isHome {
        worked += books.turns.filter {
          $0.person == holder.person && reported.contains(WallMinute.day($0.minutes.lowerBound))
        }
        worked.sort { $0.minutes.lowerBound < $1.minutes.lowerBound }
      }
      for turn in worked where RegisterOutput.isReported(turn.brukare, plan) {
        let isSuccessor = books.company.isSuccessor(on: WallMinute.day(turn.minutes.lowerBound))
        let number = books.company.identity(isSuccessor: isSuccessor).organisationNumber
        workedTime.digits(number, width: 10)
        workedTime.field()
        workedTime.digits(books.population.persons[Int(turn.person)].digits, width: 12)
        workedTime.field()
        workedTime.digits(books.population.brukare[Int(turn.brukare)].digits, width: 12)
        workedTime.field()
        days.write(minute: turn.minutes.lowerBound, to: &workedTime)
        workedTime.field()
        days.write(minute: turn.minutes.upperBound, to: &workedTime)
        workedTime.endRow()
        try workedTime.drain(to: &sink, .workedTime)
      }
    }
  }

  /// `löner.csv`: the wage and the waking hours worked in each of the twelve months before that of
  /// the extract; nobody who is employed on paper only has any.
  mutating func writeWages(
    _ books: CompanyBooks, to sink: inout some WorldSink & ~Copyable
  ) throws {
    let plan = books.world.plan
    let month = Day(number: plan.lastNumber - Int32(plan.to.civil.day) + 1)
    let first = max(plan.firstNumber, month.adding(months: -12).number)
    guard first < month.number else { return }
    for (job, holder) in books.jobs.enumerated() where holder.role != .paper {
      var worked = books.workedShifts(job, on: first...month.number - 1)
      if holder.isHome { worked += books.turns.filter { $0.person == holder.person } }
      var minutes = [Int64](repeating: 0, count: 13)
      for turn in worked where !turn.isJour {
        let day = WallMinute.day(turn.minutes.lowerBound)
        guard first <= day, day < month.number else { continue }
        minutes[monthIndex(day) - monthIndex(first)] += Int64(turn.minutes.count)
      }
      for (index, time) in minutes.enumerated() where time > 0 {
        wage(of: job, in: monthIndex(first) + index, minutes: time, books)
        try wages.drain(to: &sink, .wages)
      }
    }
  }

  private func monthIndex(_ day: Int32) -> Int {
    let date = Day(number: day).civil
    return date.year * 12 + date.month - 1
  }

  private mutating func wage(of job: Int, in month: Int, minutes: Int64, _ books: CompanyBooks) {
    let holder = books.jobs[job]
    let (year, number) = (month / 12, month % 12 + 1)
    let first = Day(year: year, month: number, day: 1)
    let isSuccessor = first.map { books.company.isSuccessor(on: $0.number) } ?? false
    wages.digits(books.company.identity(isSuccessor: isSuccessor).organisationNumber, width: 10)
    wages.field()
    wages.digits(books.population.persons[Int(holder.person)].digits, width: 12)
    wages.field()
    wages.digits(UInt64(year), width: 4)
    wages.byte(UInt8(ascii: "-"))
    wages.digits(UInt64(number), width: 2)
    wages.field()
    wages.hundredths(books.wage(of: holder, year: year, month: number))
    wages.field()
    wages.hours(minutes)
    wages.endRow()
  }
}
