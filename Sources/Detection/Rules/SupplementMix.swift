import Ledger
import SickPay

/// OB on the shifts that somebody lost to sickness far above that of the same person's other
/// shifts: a rota that was written afterwards puts the dear hours on the sick days.
///
/// Sickness falls on a person's rota by chance. Each absence is placed among all runs of as many
/// other shifts on end: the share of runs with as much OB or more is an exact probability, whatever
/// the rota looks like. The absences' probabilities are combined by Fisher's method (Statistical
/// Methods for Research Workers, 1925, § 21.1).
struct SupplementMix: Rule {
  let id = IndicatorID("ob-andel")
  let card = RuleCard(
    title: "Mer OB på sjukpass än på andra pass",
    sentence:
      "En assistents sjukpass ligger på kvällar, nätter och helger mycket oftare än samma "
      + "assistents andra pass.",
    ground: .practice,
    basis:
      "Schemat ska vara det som gällde före sjukdomen: sjuklönelagen 6 § ersätter förlorad lön",
    needs: ["pass.csv", "tid.csv, eller pass som vikarie i bolaget"],
    verdicts: [.granska],
    stake: "Den del av radens OB som går utöver andelen i de andra passen.",
    example:
      "På 43 sjukpass är 80 % av tiden OB-tid, på 210 pass enligt tid.csv 30 %. Lika många pass i "
      + "följd är så OB-tunga mindre än en gång på 10 000: 50/80 av radernas OB granskas.")

  func evaluate(_ evidence: Evidence) -> RuleOutcome {
    let ledger = evidence.ledger
    let limits = evidence.rulebook.supplementMix
    var outcome = RuleOutcome(withoutShifts: evidence)
    var (alone, few) = (0, 0)
    for group in RowGroups(ledger.claims) {
      let lost = LostTime(evidence, group)
      if lost.absences.isEmpty { continue }
      let rows = lost.absences.reduce(0) { $0 + $1.rows.count { ledger.isInWindow($0) } }
      // Of most persons nothing is asked but whether there is any other shift.
      let worked = WorkedTime(
        evidence, of: group.lowerBound, outside: lost.days, most: limits.admit(lost) ? .max : 1)
      if worked.lines.isEmpty {
        alone += rows
      } else if !limits.admit(lost) || !limits.admit(worked) {
        few += rows
      } else {
        let shifts = PersonShifts(lost, worked)
        if shifts.sick.share > shifts.other.share, shifts.chance <= limits.highestProbability {
          outcome.findings.append(finding(evidence, shifts))
        }
      }
    }
    outcome.didNotRun(on: alone, "assistenten har varken tid i tid.csv eller pass som vikarie")
    outcome.didNotRun(on: few, "för få pass att jämföra")
    return outcome
  }

  private func finding(_ evidence: Evidence, _ shifts: PersonShifts) -> RuleFinding {
    let claims = evidence.ledger.claims
    let rows = shifts.lost.absences.flatMap(\.rows)
    let (sick, other) = (shifts.sick, shifts.other)
    // The part of the OB time that is above what the other shifts have.
    let excess = sick.supplements * other.seconds - other.supplements * sick.seconds
    let amounts = rows.map { row in
      let claimed = claims.value(.ob, row) ?? .zero
      return evidence.stake(
        claimed.share(excess, of: sick.supplements * other.seconds).value, claim: row)
    }
    let lost = shifts.lost.absences.reduce(0) { $0 + $1.lines.count }
    return RuleFinding(
      verdict: .granska, atFault: rows, amounts: amounts, observed: sick.share * 100,
      expected: other.share * 100,
      text: "På \(lost) sjukpass är \(percent(sick.share)) av tiden OB-tid, på "
        + "\(shifts.worked.lines.count) \(shifts.worked.source) "
        + "\(percent(other.share)). Om sjukdomen kom av en "
        + "slump vore skillnaden så stor högst \(SwedishNumbers.odds(shifts.chance)).",
      clearedBy: "Schemat för sjukdagarna, med uppgift om när det skrevs ut, eller tidredovisning "
        + "från samma veckor som visar lika mycket OB.")
  }

  private func percent(_ share: Double) -> String {
    SwedishNumbers.number(share * 100, decimals: 0) + " %"
  }
}

extension SwedishNumbers {
  /// A small probability in words: `1 gång på 10 000`.
  fileprivate static func odds(_ chance: Double) -> String {
    let times = min(1 / max(chance, 1e-12), 1e6)
    // One figure is enough, rounded towards the more likely.
    var unit = 1.0
    while unit * 10 <= times { unit *= 10 }
    return "1 gång på " + number((times / unit).rounded(.down) * unit, decimals: 0)
  }
}

extension SupplementMixLimits {
  fileprivate func admit(_ lost: LostTime) -> Bool {
    lost.absences.count >= absences && lost.seconds >= Int64(sickHours) * Seconds.perHour
  }

  fileprivate func admit(_ worked: WorkedTime) -> Bool {
    worked.seconds >= Int64(otherHours) * Seconds.perHour
  }
}
