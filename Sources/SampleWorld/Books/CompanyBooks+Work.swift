/// A time that somebody really worked.
struct WorkedTurn {
  var person: Int32
  var brukare: Int32
  /// Minutes since 1970 on the wall clock.
  var minutes: Range<Int32>
  var isJour: Bool
}

/// What was really worked, whatever the company tells: only the registers speak of it.
extension CompanyBooks {
  /// Notes who stood in for those who were really sick.
  mutating func noteTurns() {
    guard world.plan.writesRegisters else { return }
    for spell in spells {
      for shift in shifts[spell.shifts]
      where !shift.isVacant && WallMinute.day(shift.start) <= spell.trueLast {
        turns.append(
          WorkedTurn(
            person: shift.substitute, brukare: shift.brukare, minutes: shift.coveredMinutes,
            isJour: shift.isJour))
      }
    }
  }

  /// The substitute came later than first noted, or not at all.
  mutating func correctTurn(of shift: LostShift, to minutes: Range<Int32>?) {
    let found = turns.firstIndex {
      $0.person == shift.substitute && $0.minutes == shift.coveredMinutes
    }
    guard let index = found else { return }
    if let minutes { turns[index].minutes = minutes } else { turns.remove(at: index) }
  }

  /// The shifts of a job's rota that were worked on some days: those of the employment on which the
  /// assistant was not sick.
  func workedShifts(_ job: Int, on days: ClosedRange<Int32>) -> [WorkedTurn] {
    let holder = jobs[job]
    guard holder.role == .ordinary, !holder.rota.isEmpty else { return [] }
    let (first, last) = (
      max(days.lowerBound, holder.hired), min(days.upperBound, holder.left, endedEarly[job] ?? .max)
    )
    guard first <= last else { return [] }
    let sick = population.spellsOfPerson[Int(holder.person)].map { population.spells[Int($0)] }
      .filter { $0.last >= first && $0.first <= last }
    var result: [WorkedTurn] = []
    for day in first...last where !sick.contains(where: { $0.first <= day && day <= $0.last }) {
      for number in holder.rota {
        let duty = population.rota[Int(number)]
        guard duty.start / 1440 == (day + 3) % 7 else { continue }
        let start = WallMinute.of(day: day, minute: duty.start % 1440)
        result.append(
          WorkedTurn(
            person: holder.person, brukare: holder.brukare[Int(duty.slot)],
            minutes: start..<start + duty.minutes, isJour: duty.isJour))
      }
    }
    return result
  }
}
