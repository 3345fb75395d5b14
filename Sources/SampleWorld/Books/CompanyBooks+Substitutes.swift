extension CompanyBooks {
  /// Puts a colleague on each of a spell's lost shifts, or nobody.
  mutating func findSubstitutes(for index: Int) {
    let spell = spells[index]
    var next = spell.shifts.lowerBound
    while next < spell.shifts.upperBound {
      let isFollowedByJour =
        next + 1 < spell.shifts.upperBound && shifts[next + 1].isJour
        && shifts[next].end == shifts[next + 1].start
      let last = isFollowedByJour ? next + 1 : next
      cover(next...last, by: spell.standIn)
      next = last + 1
    }
  }

  /// One substitute takes a waking shift and the sleeping duty after it.
  ///
  /// - Parameter standIn: the job asked first, if that colleague is free.
  mutating func cover(_ range: ClosedRange<Int>, by standIn: Int? = nil) {
    let (start, end) = (shifts[range.lowerBound].start, shifts[range.upperBound].end)
    if let standIn, isFree(standIn, from: start, to: end) {
      bookings[standIn].append(start..<end)
      for index in range { shifts[index].cover(by: jobs[standIn].person) }
      return
    }
    guard !random.chance(company.habits.vacancy),
      let job = findSubstitute(from: start, to: end, brukare: shifts[range.lowerBound].brukare)
    else { return }
    bookings[job].append(start..<end)
    for index in range { shifts[index].cover(by: jobs[job].person) }
    if range.count == 1 { leaveUncovered(range.lowerBound) }
  }

  /// Now and then the substitute comes late or leaves early.
  private mutating func leaveUncovered(_ index: Int) {
    let shift = shifts[index]
    guard !shift.isJour, shift.minutes == shift.wallMinutes, shift.minutes >= 300,
      random.chance(0.012)
    else { return }
    let missing = Int32(random.between(2...8) * 15)
    shifts[index].covered =
      random.chance(0.5) ? missing..<shift.minutes : 0..<shift.minutes - missing
  }

  /// Somebody who knows the brukare, is hired by the hour, or any colleague; `nil` when none of
  /// those asked is free.
  private mutating func findSubstitute(
    from start: Int32, to end: Int32, brukare: Int32
  ) -> Int? {
    let team = teams[Int(brukare) - population.brukareOfCompany[company.index].lowerBound]
    for _ in 0..<24 {
      let draw = random.unit()
      let candidates = draw < 0.4 && !team.isEmpty ? team : draw < 0.7 ? pool : helpers
      let job = candidates[random.below(candidates.count)]
      if isFree(job, from: start, to: end) { return job }
    }
    return nil
  }

  /// Off duty in every job, well, employed, and rested between two turns as a substitute.
  func isFree(_ job: Int, from start: Int32, to end: Int32) -> Bool {
    let day = WallMinute.day(start)
    // A night before the first sick day is fine: the rota keeps it clear of the lost shifts.
    guard jobs[job].hired <= day, day <= jobs[job].left,
      sickDays[job].allSatisfy({ !$0.contains(day) }),
      bookings[job].allSatisfy({ $0.upperBound + 480 <= start || end + 480 <= $0.lowerBound })
    else { return false }
    return !population.isOnRota(jobs[job].person, from: start, to: end)
  }
}
