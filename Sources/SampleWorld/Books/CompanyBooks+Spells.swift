import SickPay

extension CompanyBooks {
  /// The population's spells, as far as the employment and the extract go.
  mutating func listHonestSpells() {
    for (index, job) in jobs.enumerated() where job.role == .ordinary {
      for number in population.spellsOfPerson[Int(job.person)] {
        let spell = population.spells[Int(number)]
        sickDays[index].append(spell.first...spell.last)
        // Employed for less than a month, one qualifies by fourteen days (SFS 1991:1047, 3 §).
        let right = job.isBrief ? job.hired + 14 : job.hired
        guard spell.first >= right, spell.first <= job.left else { continue }
        // The sick pay period ends with the employment (7 §), at a company that ends too.
        var end = min(spell.last, job.left)
        if let next = company.successor?.from, spell.first < next { end = min(end, next - 1) }
        spells.append(ToldSpell(job: index, first: spell.first, last: end))
      }
    }
  }

  /// Adds a spell that nobody had, if it stands clear of the others and a shift falls in it.
  mutating func invent(_ spell: ToldSpell, by scheme: Scheme) -> Bool {
    let job = jobs[spell.job]
    guard spell.first >= job.hired, spell.last <= job.left,
      isClear(spell.job, spell.first, spell.last),
      spell.madeUpShift != nil
        || population.hasShift(job: job, from: spell.first, to: min(spell.last, spell.first + 13))
    else { return false }
    var told = spell
    told.trueLast = spell.first - 1
    told.falseBy = scheme
    sickDays[spell.job].append(spell.first...spell.last)
    spells.append(told)
    return true
  }

  /// Whether the days lie more than five days from every other spell, so that none is a relapse.
  func isClear(_ job: Int, _ first: Int32, _ last: Int32) -> Bool {
    sickDays[job].allSatisfy { $0.upperBound + 6 <= first || last + 6 <= $0.lowerBound }
  }

  /// Sorts the spells, counts each chain's days and lists the shifts lost.
  mutating func listShifts() {
    spells.sort { ($0.job, $0.first) < ($1.job, $1.first) }
    var (days, last, isBroken) = (Int32(0), Int32.min / 2, false)
    for index in spells.indices {
      let isNew = index == 0 || !isSameEmployer(spells[index - 1], spells[index])
      if isNew || spells[index].first - last > 5 {
        (days, last, isBroken) = (0, Int32.min / 2, false)
      }
      spells[index].daysBefore = days
      spells[index].isRelapse = days > 0
      guard days < 14, !isBroken else {
        last = spells[index].last
        continue
      }
      listShifts(of: index)
      guard !spells[index].shifts.isEmpty else { continue }
      // A relapse is not billed before what it goes back to.
      isBroken = !spells[index].isClaimed
      days += spells[index].last - spells[index].first + 1
      last = spells[index].last
    }
  }

  /// Lists one spell's lost shifts and settles whether its claim comes in before the extract.
  mutating func listShifts(of index: Int) {
    let spell = spells[index]
    let later: Int32 = company.habits.listsLaterShifts ? 6 : 0
    let lastListed = min(spell.last, spell.lastPaid + later)
    let begin = shifts.count
    for day in spell.first...lastListed {
      list(jobs[spell.job], on: day, madeUp: spell.madeUpShift, isTooLate: day > spell.lastPaid)
    }
    if let madeUp = spell.madeUpShift {
      list(madeUp, for: jobs[spell.job])
      shifts[begin...].sort { $0.start < $1.start }
    }
    spells[index].shifts = begin..<shifts.count
    let hasPaidShift = shifts[begin...].contains { !$0.isTooLate }
    if !hasPaidShift {
      shifts.removeSubrange(begin...)
      spells[index].shifts = begin..<begin
      return
    }
    spells[index].billingDelay = drawBillingDelay()
    let billed = billingDay(of: spells[index], partEnd: lastListed)
    spells[index].isClaimed = billed + CompanyBooks.longestPost <= world.plan.lastNumber
  }

  private mutating func list(
    _ job: Population.Job, on day: Int32, madeUp: Range<Int32>?, isTooLate: Bool
  ) {
    let weekday = (day + 3) % 7
    for number in job.rota {
      let duty = population.rota[Int(number)]
      guard duty.start / 1440 == weekday else { continue }
      let start = WallMinute.of(day: day, minute: duty.start % 1440)
      if let madeUp, madeUp.overlaps(start..<start + duty.minutes) { continue }
      let brukare = job.brukare[Int(duty.slot)]
      append(
        LostShift(
          start: start, wallMinutes: duty.minutes, minutes: duty.minutes, brukare: brukare,
          isJour: duty.isJour, isTooLate: isTooLate))
    }
  }

  /// Lists the shifts of a day past the fourteenth for one brukare.
  mutating func listLaterShifts(of job: Int, on day: Int32, for brukare: Int32) {
    let begin = shifts.count
    list(jobs[job], on: day, madeUp: nil, isTooLate: true)
    let others = shifts[begin...].filter { $0.brukare == brukare && !$0.isJour }
    shifts.replaceSubrange(begin..., with: others)
  }

  func hasWakingShift(_ job: Int, on day: Int32, for brukare: Int32) -> Bool {
    jobs[job].rota.contains { number in
      let duty = population.rota[Int(number)]
      return duty.start / 1440 == (day + 3) % 7 && !duty.isJour
        && jobs[job].brukare[Int(duty.slot)] == brukare
    }
  }

  private mutating func list(_ madeUp: Range<Int32>, for job: Population.Job) {
    let length = Int32(madeUp.count)
    append(
      LostShift(
        start: madeUp.lowerBound, wallMinutes: length, minutes: length, brukare: job.brukare[0],
        isJour: false, isTooLate: false))
  }

  /// A shift now and then is shared by two substitutes and listed in two parts.
  private mutating func append(_ shift: LostShift) {
    var whole = shift
    if let change = world.clockChanges.first(where: { shift.start < $0 && $0 < shift.end }) {
      if company.habits.countsRealTime { whole.minutes = realMinutes(shift, over: change) }
      shifts.append(whole)
      return
    }
    // Both parts start on one day: each is judged by the day on which it starts.
    let first = shift.wallMinutes / 120 * 60
    guard !shift.isJour, first >= 180, shift.start % 1440 + first < 1440, random.chance(0.015)
    else {
      shifts.append(whole)
      return
    }
    var rest = whole
    rest.start += first
    rest.wallMinutes -= first
    rest.minutes = rest.wallMinutes
    whole.wallMinutes = first
    whole.minutes = first
    shifts.append(whole)
    shifts.append(rest)
  }

  private func realMinutes(_ shift: LostShift, over change: Int32) -> Int32 {
    func wall(_ minute: Int32) -> WallTime {
      WallTime(day: Day(number: WallMinute.day(minute)), secondOfDay: minute % 1440 * 60)
    }
    guard let (start, end) = SwedishTime.interval(from: wall(shift.start), to: wall(shift.end))
    else { return shift.wallMinutes }
    return (end.value - start.value) / 60
  }
}
