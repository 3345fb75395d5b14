import Glibc
import Ledger
import SickPay

/// Time, and how much of it carries OB, in seconds.
struct SupplementShare {
  var seconds: Int64 = 0
  var supplements: Int64 = 0

  var share: Double { seconds > 0 ? Double(supplements) / Double(seconds) : 0 }

  static func += (left: inout SupplementShare, right: SupplementShare) {
    left.seconds += right.seconds
    left.supplements += right.supplements
  }

  /// Whether a larger or as large a part of the time carries OB.
  func isAsRich(as other: SupplementShare) -> Bool {
    supplements * other.seconds >= other.supplements * seconds
  }
}

extension SupplementShare {
  fileprivate init(_ line: ShiftLine) {
    let time = SupplementClock.shared.time(
      from: Moment(value: line.start), to: Moment(value: line.start + line.length))
    self.init(
      seconds: Int64(line.length), supplements: time.evening + time.night + time.weekend)
  }
}

/// One person's shifts at one company: those lost to sickness, and the others.
struct PersonShifts {
  let lost: LostTime
  let worked: WorkedTime
  /// The lost shifts, absence by absence, and the others, both in time order.
  private let absences: [[SupplementShare]]
  private let others: [SupplementShare]
  let sick: SupplementShare
  let other: SupplementShare

  init(_ lost: LostTime, _ worked: WorkedTime) {
    (self.lost, self.worked) = (lost, worked)
    absences = lost.absences.map { $0.lines.map(SupplementShare.init) }
    others = worked.lines.map(SupplementShare.init)
    sick = absences.joined().reduce(into: SupplementShare()) { $0 += $1 }
    other = others.reduce(into: SupplementShare()) { $0 += $1 }
  }

  /// The probability that absences as rich in OB fall on the person's other shifts by chance.
  var chance: Double {
    var sum = 0.0
    for absence in absences { sum -= log(placement(of: absence)) }
    return 1 - regularizedGammaP(Double(absences.count), sum)
  }

  /// The share of runs of as many other shifts that are as rich in OB, the absence's own among
  /// them; 1 where there are fewer others.
  private func placement(of absence: [SupplementShare]) -> Double {
    let length = absence.count
    guard others.count >= length else { return 1 }
    var lost = SupplementShare()
    for shift in absence { lost += shift }
    var (run, rich) = (SupplementShare(), 0)
    for (place, shift) in others.enumerated() {
      run += shift
      if place >= length {
        run.seconds -= others[place - length].seconds
        run.supplements -= others[place - length].supplements
      }
      if place + 1 >= length, run.isAsRich(as: lost) { rich += 1 }
    }
    return Double(rich + 1) / Double(others.count - length + 2)
  }
}
