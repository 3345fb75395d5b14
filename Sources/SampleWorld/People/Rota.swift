/// One shift of an assistant's week, the same every week.
struct RotaShift {
  /// Minutes from Monday 00:00.
  var start: Int32
  var minutes: Int32
  /// Which of the assistant's brukare at that company.
  var slot: UInt8
  /// Sleeping duty, right after a waking shift.
  var isJour: Bool
  var isSecondJob: Bool
}

/// How an assistant's shifts lie.
private enum RotaStyle: CaseIterable {
  case daysAndEvenings, nights, longDays, wholeDays, sleepingNights
}

/// Makes an assistant's week: shifts of 6 to 24 hours, about what the employment says, with at
/// least eight hours' rest between.
struct Rota {
  private(set) var shifts: [RotaShift] = []

  init(hasSecondJob: Bool, using random: inout SeededGenerator) {
    let style = RotaStyle.allCases[random.weighted([0.62, 0.18, 0.1, 0.06, 0.04])]
    let hours =
      hasSecondJob
      ? random.between(14...24)
      : random.chance(0.55) ? random.between(33...40) : random.between(10...32)
    fill(minutes: hours * 60, style: style, isSecondJob: false, using: &random)
    if hasSecondJob {
      fill(
        minutes: random.between(7...14) * 60, style: .daysAndEvenings, isSecondJob: true,
        using: &random)
    }
    shifts.sort { $0.start < $1.start }
  }

  private mutating func fill(
    minutes wanted: Int, style: RotaStyle, isSecondJob: Bool, using random: inout SeededGenerator
  ) {
    var rest = wanted
    for _ in 0..<30 where rest >= 180 {
      let (start, length, jour) = Rota.draw(style, using: &random)
      let weekStart = Int32(random.below(7) * 1440 + start)
      guard length <= rest + 240, fits(weekStart, Int32(length + jour)) else { continue }
      shifts.append(
        RotaShift(
          start: weekStart, minutes: Int32(length), slot: 0, isJour: false, isSecondJob: isSecondJob
        ))
      if jour > 0 {
        shifts.append(
          RotaShift(
            start: (weekStart + Int32(length)) % Int32(SupplementClock.week), minutes: Int32(jour),
            slot: 0, isJour: true, isSecondJob: isSecondJob))
      }
      rest -= length
    }
  }

  /// Start of day and lengths in minutes, on whole and half hours.
  private static func draw(
    _ style: RotaStyle, using random: inout SeededGenerator
  ) -> (start: Int, length: Int, jour: Int) {
    switch style {
    case .daysAndEvenings:
      let start = random.chance(0.6) ? random.between(13...18) : random.between(26...32)
      return (start * 30, random.between(12...17) * 30, 0)
    case .nights: return (random.between(41...44) * 30, random.between(18...21) * 30, 0)
    case .longDays: return (random.between(14...18) * 30, 720, 0)
    case .wholeDays:
      // A day and a night, awake all through or with sleeping duty at night.
      let isAwake = random.chance(0.5)
      return isAwake
        ? (random.between(16...18) * 30, 1440, 0) : (random.between(12...14) * 30, 960, 480)
    case .sleepingNights: return (random.between(28...30) * 30, 480, 480)
    }
  }

  private func fits(_ start: Int32, _ minutes: Int32) -> Bool {
    let rest: Int32 = 480
    let week = Int32(SupplementClock.week)
    return shifts.allSatisfy { other in
      let after = (start - other.start + week) % week
      let before = (other.start - start + week) % week
      return after >= other.minutes + rest && before >= minutes + rest
    }
  }
}
