extension CompanyBooks {
  /// Mistakes without intent, at the company's own rate; one to a row.
  mutating func plantErrors() {
    plantEverydayErrors()
    let wanted = random.rounded(company.habits.errors * Double(rows.count))
    var planted = 0
    for row in openRows() where planted < wanted {
      let kinds = PlantedError.allCases.shuffled(using: &random)
      for kind in kinds where !kind.isRare || random.chance(0.35) {
        if plant(kind, in: row) {
          planted += 1
          break
        }
      }
    }
  }

  /// Few rows can hold these, and there they are common: the full fee for somebody past the age
  /// limit, vacant hours that nobody took away, a certificate that nobody sent.
  private mutating func plantEverydayErrors() {
    for row in openRows() {
      let claim = rows[row]
      let kind: PlantedError? =
        claim.terms.fee != EmployerFee.full
        ? .wrongFee
        : claim.tally.uncovered > 0
          ? .vacancyPaid : certificate(claim) != nil ? .certificateMissing : nil
      let rate = company.habits.errors * (kind == .wrongFee ? 3 : 1)
      guard let kind, random.chance(rate) else { continue }
      _ = plant(kind, in: row)
    }
  }

  private mutating func plant(_ kind: PlantedError, in row: Int) -> Bool {
    switch kind {
    case .wrongSum: return mistypeSum(row)
    case .vacancyPaid:
      guard rows[row].tally.uncovered > 0 else { return false }
      return overcharge(row, .error(kind)) { $0.reprice(row, .paysVacant) }
    case .karensTooShort:
      guard rows[row].tally.karens >= 60 else { return false }
      let percent = Int32(random.between(1...3)) * 25
      return overcharge(row, .error(kind)) { books in
        books.cutKarens(books.rows[row].shifts, toPercent: percent)
        books.reprice(row)
      }
    case .wrongFee:
      guard rows[row].terms.fee != EmployerFee.full else { return false }
      return overcharge(row, .error(kind)) { books in
        books.rows[row].terms.fee = EmployerFee.full
        books.reprice(row)
      }
    case .mistypedNumber:
      rows[row].checkDigitSlip = UInt64(random.between(1...9))
      rows[row].label = .error(kind)
      return true
    case .shiftOutsidePeriod: return moveShift(row)
    case .duplicateNotCredited:
      guard rows[row].amounts.total > 0, let twice = copy(row, later: 7...60) else { return false }
      rows[twice].label = .error(kind)
      rows[twice].lawful = 0
      return true
    case .dayFifteenPaid: return payDayFifteen(row)
    case .certificateMissing: return loseCertificate(of: row)
    case .employmentEnded: return payAfterEnd(row)
    case .wrongVacation:
      let more = Int64(random.between(1...2))
      return overcharge(row, .error(kind)) { books in
        books.rows[row].terms.vacationPercent += more
        books.reprice(row)
      }
    case .vatCharged:
      return overcharge(row, .error(kind)) { books in
        books.rows[row].amounts.vat = (books.rows[row].amounts.total + 2) / 4
        books.rows[row].amounts.total += books.rows[row].amounts.vat
      }
    case .latenessPaid: return payLateness(row)
    case .tenWithoutTen: return claimTen(row)
    }
  }

  /// One certificate covers the whole absence, on whichever of its rows it stands.
  private mutating func loseCertificate(of row: Int) -> Bool {
    let claim = rows[row]
    guard certificate(claim) != nil else { return false }
    let absence = rows.indices.filter {
      rows[$0].job == claim.job && rows[$0].sickFrom <= claim.sickTo
        && claim.sickFrom <= rows[$0].sickTo
    }
    guard absence.allSatisfy({ rows[$0].label == nil }) else { return false }
    for index in absence {
      if certificate(rows[index]) != nil { rows[index].label = .error(.certificateMissing) }
      rows[index].lacksCertificate = true
    }
    return true
  }

  /// Two digits change places: the sum is off by nine times a power of ten.
  private mutating func mistypeSum(_ row: Int) -> Bool {
    let total = rows[row].amounts.total
    guard total >= 10_000 else { return false }
    let steps: [Int64] = [900, 9_000, 90_000, 1_800, 18_000, 2_700, 27_000].filter {
      $0 < total / 2
    }
    let step = steps[random.below(steps.count)]
    rows[row].amounts.total += random.chance(0.6) ? step : -step
    rows[row].label = .error(.wrongSum)
    return true
  }

  /// A shift is written on the wrong week, when neither of the two was away or booked.
  private mutating func moveShift(_ row: Int) -> Bool {
    let range = rows[row].shifts
    guard range.count >= 2 else { return false }
    let index = range.lowerBound + random.below(range.count)
    let days: Int32 = random.chance(0.7) ? -7 : 7
    var moved = shifts[index]
    moved.start += days * 1440
    let day = WallMinute.day(moved.start)
    let (from, to) = (moved.start, moved.end)
    let isTaken = helpers.contains {
      jobs[$0].person == moved.substitute && !isFree($0, from: from, to: to)
    }
    let touchesChange = world.clockChanges.contains { abs($0 - from) < 9 * 1440 }
    guard !isTaken, !touchesChange, sickDays[rows[row].job].allSatisfy({ !$0.contains(day) })
    else { return false }
    shifts[index] = moved
    // In an ärende that it shares, the shift could pass for another row's.
    rows[row].standsAlone = true
    rows[row].label = .error(.shiftOutsidePeriod)
    return true
  }

  /// The first shift after day 14 is listed and paid like those before.
  private mutating func payDayFifteen(_ row: Int) -> Bool {
    let claim = rows[row]
    if shifts[claim.shifts].contains(where: \.isTooLate) {
      return overcharge(row, .error(.dayFifteenPaid)) { $0.reprice(row, .paysTooLate) }
    }
    guard claim.last == claim.lastPaid, claim.sickTo > claim.lastPaid,
      let day = (claim.last + 1...min(claim.last + 7, claim.sickTo)).first(where: {
        hasWakingShift(claim.job, on: $0, for: claim.brukare)
      })
    else { return false }
    let begin = shifts.count
    shifts += shifts[claim.shifts]
    let added = shifts.count
    listLaterShifts(of: claim.job, on: day, for: claim.brukare)
    for index in added..<shifts.count { cover(index...index) }
    return overcharge(row, .error(.dayFifteenPaid)) { books in
      books.rows[row].shifts = begin..<books.shifts.count
      books.rows[row].last = day
      books.reprice(row, .paysTooLate)
    }
  }
}
