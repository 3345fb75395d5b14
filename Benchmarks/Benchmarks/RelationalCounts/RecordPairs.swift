import Ledger
import SickPay

/// Counts of claim rows beside each other: plain sweeps over the rows as they stand, no law.
func claimCounts(_ claims: Claims) -> [String: Int] {
  let absences = Intervals(
    persons: claims.column(.assistent), starts: claims.column(.sickFrom),
    ends: claims.column(.sickTo))
  return [
    "duplicate claims": absences.repeats,
    "overlapping sick periods": absences.overlapping(lastCounts: true),
    "relapse chains": absences.count(gap: 1...5),
    "sums that don't add up": unequalSums(claims),
  ]
}

/// Counts of shifts beside each other, in real time. Clock times, which the other systems compare,
/// give the same as long as nothing begins or ends in an hour that is skipped or comes twice.
func shiftCounts(_ shifts: Shifts) -> [String: Int] {
  let worked = Intervals(
    persons: shifts.column(.vikarie), starts: shifts.column(.vikarieStart),
    ends: shifts.column(.vikarieEnd))
  let lost = Intervals(
    persons: shifts.column(.assistent), starts: shifts.column(.start),
    ends: shifts.column(.end))
  return [
    "double-booked substitutes": worked.overlapping(lastCounts: false),
    "sick while substitute": worked.overlaps(with: lost),
  ]
}

/// The shifts of each company's ärenden, and those of them that nobody worked. A shift counts once
/// for each claim row of its ärende.
func vacancies(_ part: LedgerPart) -> [String: Int] {
  var (shiftsOfArende, vacantOfArende) = (
    [Int](repeating: 0, count: part.dictionaries.texts.count),
    [Int](repeating: 0, count: part.dictionaries.texts.count)
  )
  let (arenden, vikarier) = (part.shifts.column(.arende), part.shifts.column(.vikarie))
  for row in arenden.indices {
    shiftsOfArende[Int(arenden[row])] += 1
    if vikarier[row] == absentCell { vacantOfArende[Int(arenden[row])] += 1 }
  }
  var (shifts, vacant) = (
    [Int](repeating: 0, count: part.dictionaries.companyCount),
    [Int](repeating: 0, count: part.dictionaries.companyCount)
  )
  let (companies, claimed) = (part.claims.column(.company), part.claims.column(.arende))
  for row in companies.indices {
    shifts[Int(companies[row])] += shiftsOfArende[Int(claimed[row])]
    vacant[Int(companies[row])] += vacantOfArende[Int(claimed[row])]
  }
  return [
    "companies with shifts": shifts.count { $0 > 0 },
    "shifts of companies": shifts.reduce(0, +),
    "vacant shifts of companies": vacant.reduce(0, +),
  ]
}

/// Claim rows whose parts differ from their sum by more than one krona; none that lacks a part.
private func unequalSums(_ claims: Claims) -> Int {
  let total = claims.column(.amount)
  let parts = [
    claims.column(.sjuklon), claims.column(.ob), claims.column(.jour),
    claims.column(.semesterersattning), claims.column(.arbetsgivaravgift),
    claims.column(.avtalskostnad),
  ]
  return total.indices.count { row in
    var difference = Int(total[row])
    for part in parts {
      if part[row] == absentCell { return false }
      difference -= Int(part[row])
    }
    return abs(difference) > 100
  }
}
