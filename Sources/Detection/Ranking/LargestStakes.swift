import Ledger
import SickPay

/// Per claim row the largest total that its findings can take, each krona once.
///
/// Findings on one row may speak of the same hours (an ended employment without a certificate too),
/// so their sum would count those twice. What a finding takes is divided over the shifts that it
/// names, by their length, and a shift costs what the dearest of its findings makes of it. Findings
/// that name no shifts are added; no row takes more than its sum.
func largestStakes(_ findings: [Finding], _ ledger: Ledger) -> [Int: Ore] {
  var stakes: [Int: Ore] = [:]
  var byShift: [Int: Ore] = [:]
  for finding in findings {
    for stake in finding.stakes {
      let shifts = finding.shifts.filter { Int(ledger.claimOfShift[$0]) == stake.claim }
      let lengths = shifts.map { Int64(ClaimHours.shortestLength(ledger.shifts, $0)) }
      var (left, time) = (stake.amount, lengths.reduce(0, +))
      guard time > 0 else {
        stakes[stake.claim, default: .zero] += stake.amount
        continue
      }
      for (shift, length) in zip(shifts, lengths) where time > 0 {
        // The last one takes the rest, so that no öre is lost.
        let part = left.share(length, of: time)
        byShift[shift] = max(byShift[shift] ?? .zero, part)
        (left, time) = (left - part, time - length)
      }
    }
  }
  for (shift, ore) in byShift { stakes[Int(ledger.claimOfShift[shift]), default: .zero] += ore }
  for (row, ore) in stakes { stakes[row] = min(ore, max(.zero, ledger.settlement.netAmount(row))) }
  return stakes
}
