/// A shift that the sick assistant should have worked.
struct LostShift {
  /// Minutes since 1970 on the wall clock.
  var start: Int32
  var wallMinutes: Int32
  /// As the company counts them; they differ on two nights a year.
  var minutes: Int32
  var brukare: Int32
  var isJour: Bool
  /// Starts after the fourteenth sick day.
  var isTooLate: Bool
  /// The first minutes, which karens takes; a jour shift is inside karens or not.
  var karens: Int32 = 0
  /// What was covered, in minutes from the start; empty for a vacant shift.
  var covered: Range<Int32> = 0..<0
  /// A person, −1 for a vacant shift.
  var substitute: Int32 = -1

  var end: Int32 { start + wallMinutes }
  var isVacant: Bool { substitute < 0 }
  /// When the substitute worked, in minutes since 1970 on the wall clock. What is counted differs
  /// from that only where the whole shift is covered.
  var coveredMinutes: Range<Int32> {
    isVacant ? start..<start : start + covered.lowerBound..<end - (minutes - covered.upperBound)
  }

  mutating func cover(by person: Int32) {
    substitute = person
    covered = 0..<minutes
  }

  mutating func vacate() {
    substitute = -1
    covered = 0..<0
  }
}

extension LostShift {
  /// The shift in two rows, as companies write it that list every class of OB by itself. A half
  /// begins on the day on which the shift does, because that day decides which sick day it is; a
  /// shift that is covered in part, or lies over a change of the clock, stays whole.
  var halves: [LostShift] {
    let untilMidnight = 1440 - start % 1440
    let first = min(wallMinutes / 2, untilMidnight - 15)
    guard first > 0, minutes == wallMinutes, isVacant || covered == 0..<minutes else {
      return [self]
    }
    var (early, late) = (self, self)
    (early.wallMinutes, early.minutes) = (first, first)
    (late.start, late.wallMinutes, late.minutes) = (
      start + first, wallMinutes - first, minutes - first
    )
    if !isVacant {
      early.covered = 0..<early.minutes
      late.covered = 0..<late.minutes
    }
    return [early, late]
  }
}
