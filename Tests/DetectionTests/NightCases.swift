import Detection
import SickPay
import TestSupport

private let proven: @Sendable (Night) -> Verdict? = { _ in .regelbrott }
private let review: @Sendable (Night) -> Verdict? = { _ in .granska }
/// What the night and the morning after, from one o'clock, share in real time.
private let shared: @Sendable (Night) -> Double? = { $0.real - 3 }
private let shorter: @Sendable (Night) -> Double? = { $0.shorter }

private let free = "karens_skäl=särskilt högriskskydd; karenstimmar=0; ersatta_timmar=24; "
private let elsewhere = "brukare=\(person(5001)); "
private let colleague = "assistent=\(person(3)); " + elsewhere
private let secondShift = "ärende=Ä2; "

/// Every rule that looks at minutes, and what it says of a night.
let nightCases: [NightCase] = overlapCases + hourCases + dayCases

private let overlapCases: [NightCase] = [
  NightCase(
    rule: "minuter-tva-ganger", name: "the next shift begins before the night ends",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2, free), night.other(0, 2, free + elsewhere)],
        shifts: [
          night.whole(), night.morning(secondShift + elsewhere + "vikarie=\(person(4))"),
        ])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2, free), night.other(0, 2, free + elsewhere)],
        shifts: [
          night.whole(),
          night.morning(secondShift + elsewhere + "vikarie=\(person(4))", from: "06:00"),
        ])
    }, verdict: proven, excess: shared),
  NightCase(
    rule: "sjuk-men-vikarie", name: "at work before the night ends",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, colleague)],
        shifts: [night.whole(), night.morning(secondShift + colleague + "vikarie=\(person(1))")])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, colleague)],
        shifts: [
          night.whole(),
          night.morning(secondShift + colleague + "vikarie=\(person(1))", from: "06:00"),
        ])
    }, verdict: proven, excess: shared),
  NightCase(
    rule: "vikarie-dubbelbokad", name: "on two shifts before the night ends",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, colleague)],
        shifts: [night.whole(), night.morning(secondShift + colleague)])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, colleague)],
        shifts: [night.whole(), night.morning(secondShift + colleague, from: "06:00")])
    }, verdict: review, excess: shared),
  NightCase(
    rule: "ringbyten", name: "seven hours of eight nights by the other alone, or six",
    faulty: { ringOfNights($0, until: "05:00") }, lawful: { ringOfNights($0, until: "04:00") },
    verdict: review, excess: { _ in 8 }),
  NightCase(
    rule: "tva-lager", name: "the night's vikarie is claimed as sick too",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, "assistent=\(person(2))")],
        shifts: [
          night.whole(),
          night.whole(secondShift + "assistent=\(person(2)); vikarie=\(person(4))"),
        ])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, "assistent=\(person(3))")],
        shifts: [
          night.whole(),
          night.whole(secondShift + "assistent=\(person(3)); vikarie=\(person(4))"),
        ])
    }, verdict: proven, excess: { $0.real }),
  NightCase(
    rule: "sjuk-men-i-tid", name: "at work in tid.csv before the night ends",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2)], shifts: [night.whole()],
        registers: ["tid": [work(night, from: "\(night.date(1)) 01:00")]])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2)], shifts: [night.whole()],
        registers: ["tid": [work(night, from: "\(night.date(1)) 06:00")]])
    }, verdict: proven, excess: shared),
]

private func work(_ night: Night, from start: String) -> String {
  "orgnr=\(company(2)); assistent=\(person(1)); brukare=\(person(5001)); start=\(start); "
    + "slut=\(night.date(1)) 09:00"
}

private let hourCases: [NightCase] = [
  NightCase(
    rule: "vakanta-timmar", name: "a vacant night is paid",
    faulty: { night in
      TestTables(
        claims: [night.claim(-1, 2)],
        shifts: [night.dayBefore, night.whole("vikarie=[vakant]; vikarie_start=; vikarie_slut=")])
    },
    lawful: { night in
      let unpaid = "ersatta_timmar=10; sjuklön=1280; belopp=1280"
      return TestTables(
        claims: [night.claim(-1, 2, unpaid)],
        shifts: [night.dayBefore, night.whole("vikarie=[vakant]; vikarie_start=; vikarie_slut=")])
    }, verdict: proven, excess: shorter),
  NightCase(
    rule: "utan-vikarie", name: "the vikarie came at four",
    faulty: { night in
      TestTables(
        claims: [night.claim(-1, 2)],
        shifts: [night.dayBefore, night.whole("vikarie_start=\(night.date(1)) 04:00")])
    },
    lawful: { night in
      TestTables(claims: [night.claim(-1, 2)], shifts: [night.dayBefore, night.whole()])
    }, verdict: proven, excess: { $0.shorter - 2 }),
  NightCase(
    rule: "ob-over-avtal", name: "twice the hours that the night has, or by either clock",
    faulty: { supplements($0, hours: 2 * max(8, $0.real)) },
    lawful: { supplements($0, hours: max(8, $0.real)) },
    // What New Year's night costs is not known.
    verdict: { $0.day == "2024-12-31" ? nil : .granska }, excess: { _ in nil }),
  NightCase(
    rule: "orimlig-arbetstid", name: "from three in the morning to six the next",
    faulty: { night in
      TestTables(
        claims: [night.claim(-1, 2)],
        shifts: [
          night.shift("\(night.date(0)) 03:00", "\(night.date(0)) 22:00", "typ=aktiv"),
          night.whole("typ=aktiv"),
        ])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(-1, 2)],
        shifts: [
          night.shift("\(night.date(0)) 06:00", "\(night.date(0)) 22:00", "typ=aktiv"),
          night.whole("typ=aktiv"),
        ])
    }, verdict: { $0.shorter < 8 ? .granska : .regelbrott }, excess: { $0.shorter - 5 }),
  NightCase(
    rule: "fler-an-dygnet", name: "48.5 hours in two days, of which one may have 25",
    faulty: { night in
      TestTables(claims: [night.claim(0, 1), night.other(0, 1, elsewhere + "sjuktimmar=24.5")])
    },
    lawful: { night in
      TestTables(claims: [night.claim(0, 1), night.other(0, 1, elsewhere + "sjuktimmar=24")])
    }, verdict: { $0.real > 8 ? nil : .granska }, excess: { _ in 0.5 }),
  NightCase(
    rule: "over-beslut", name: "a night that starts on the decision's last day",
    faulty: { night in decided(night, start: "\(night.date(0)) 22:00", end: "06:00") },
    lawful: { night in decided(night, start: "\(night.date(1)) 00:00", end: "08:00") },
    verdict: review, excess: { $0.real }),
  NightCase(
    rule: "dubblett", name: "the night is claimed again",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, "")],
        shifts: [night.whole(), night.whole(secondShift)])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(0, 2, "ersätter=Ä1")],
        shifts: [night.whole(), night.whole(secondShift)])
    }, verdict: proven, excess: { _ in nil }),
  NightCase(
    rule: "dubblett-forskjuten", name: "the night is claimed again as the next one",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(1, 3, "")],
        shifts: [
          night.whole(),
          night.shift("\(night.date(1)) 22:00", "\(night.date(2)) 06:00", secondShift),
        ])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 2), night.other(1, 3, "")],
        shifts: [
          night.whole(),
          night.shift("\(night.date(1)) 21:00", "\(night.date(2)) 06:00", secondShift),
        ])
    }, verdict: review, excess: { _ in nil }),
]

/// Fremia's step for nights, or for weekends, at 80 %.
private func supplements(_ night: Night, hours: Double) -> TestTables {
  let steps = ["2025-03-29": 58.04, "2024-10-26": 57.12]
  let paid = (hours * (steps[night.day] ?? 46.31) * 80).rounded() / 100
  return TestTables(
    claims: [
      night.claim(
        -1, 2,
        "avtal=Fremia; ob=\(paid); sjuktimmar=16; ersatta_timmar=10; sjuklön=1280; belopp=4000")
    ],
    shifts: [night.dayBefore, night.whole()])
}

/// Eight hours a week are granted to the night's own day; eight were worked before.
private func decided(_ night: Night, start: String, end: String) -> TestTables {
  let own = "orgnr=\(company(1)); assistent=\(person(2)); brukare=\(person(5000)); "
  return TestTables(
    claims: [night.claim(-2, -1, "ersatta_timmar=2; sjuklön=256; belopp=256")],
    registers: [
      "beslut": [
        "kommun=2080; brukare=\(person(5000)); från=\(night.date(-6)); till=\(night.date(0)); "
          + "veckotimmar=8"
      ],
      "tid": [
        own + "start=\(night.date(-3)) 08:00; slut=\(night.date(-3)) 16:00",
        own + "start=\(start); slut=\(night.date(1)) \(end)",
      ],
    ])
}

private let dayCases: [NightCase] = [
  // A shift belongs to the day on which it starts (sjuklönelagen 7 §).
  NightCase(
    rule: "efter-dag-14", name: "the night starts on day 15, not on day 14",
    faulty: { TestTables(claims: [$0.claim(-14, 2)], shifts: [$0.whole()]) },
    lawful: { TestTables(claims: [$0.claim(-13, 2)], shifts: [$0.whole()]) },
    verdict: proven, excess: shorter),
  NightCase(
    rule: "efter-anstallningens-slut", name: "the night starts after the last day, not on it",
    faulty: { night in
      let employed = "anställd_från=2020-01-01; anställd_till=\(night.date(-1))"
      return TestTables(claims: [night.claim(-2, 1, employed)], shifts: [night.whole()])
    },
    lawful: { night in
      let employed = "anställd_från=2020-01-01; anställd_till=\(night.date(0))"
      return TestTables(claims: [night.claim(-2, 1, employed)], shifts: [night.whole()])
    }, verdict: proven, excess: shorter),
  NightCase(
    rule: "kort-anstallning", name: "the night starts on the fourteenth day, not on the fifteenth",
    faulty: { night in
      let employed = "anställd_från=\(night.date(-13)); anställd_till=\(night.date(5))"
      return TestTables(claims: [night.claim(0, 1, employed)], shifts: [night.whole()])
    },
    lawful: { night in
      let employed = "anställd_från=\(night.date(-14)); anställd_till=\(night.date(5))"
      return TestTables(claims: [night.claim(0, 1, employed)], shifts: [night.whole()])
    }, verdict: review, excess: shorter),
  NightCase(
    rule: "lakarintyg-saknas", name: "the night starts on day 8, or on day 7 into day 8",
    faulty: { TestTables(claims: [$0.claim(-7, 1)], shifts: [$0.whole()]) },
    lawful: { TestTables(claims: [$0.claim(-6, 1)], shifts: [$0.whole()]) },
    verdict: review, excess: { _ in 2 }),
  NightCase(
    rule: "under-18", name: "the vikarie turns eighteen in the morning, or the day before",
    faulty: { night in
      TestTables(
        claims: [night.claim(0, 1)],
        shifts: [night.whole("vikarie=\(personBorn(night.birthday(1)))")])
    },
    lawful: { night in
      TestTables(
        claims: [night.claim(0, 1)],
        shifts: [night.whole("vikarie=\(personBorn(night.birthday(-1)))")])
    }, verdict: proven, excess: { _ in 1 }),
  NightCase(
    rule: "tillstand-saknas", name: "the fifteenth day after the brukare was told, not the next",
    faulty: { permit($0, told: -15) }, lawful: { permit($0, told: -14) },
    verdict: proven, excess: { _ in 1 }),
  NightCase(
    rule: "motsagande-uppgifter", name: "the night starts after the last sick day, not on it",
    faulty: { TestTables(claims: [$0.claim(-2, -1)], shifts: [$0.whole()]) },
    lawful: { TestTables(claims: [$0.claim(-2, 0)], shifts: [$0.whole()]) },
    verdict: review, excess: shorter),
]

/// A permit that lapsed long ago, and when the brukare was told of it.
private func permit(_ night: Night, told: Int) -> TestTables {
  TestTables(
    claims: [night.claim(0, 0)], shifts: [night.whole()],
    registers: [
      "tillstånd": [
        "orgnr=\(company(1)); från=2020-01-01; till=\(night.date(-40)); "
          + "underrättad=\(night.date(told))"
      ]
    ])
}

/// Two who stand in for each other on each fourteenth night until an hour; then a third takes over.
private func ringOfNights(_ first: Night, until end: String) -> TestTables {
  var tables = TestTables()
  for turn in 0..<8 {
    let night = Night(name: first.name, day: first.date(14 * turn).description)
    let (sick, vikarie) = turn.isMultiple(of: 2) ? (person(1), person(3)) : (person(3), person(1))
    let own = "ärende=R\(turn); assistent=\(sick); "
    let (start, change, morning) = (
      "\(night.date(0)) 22:00", "\(night.date(1)) \(end)", "\(night.date(1)) 06:00"
    )
    let shift = own + "start=\(start); slut=\(morning); "
    let rows = TestTables(
      claims: [night.claim(0, 0, own + "fakturanummer=R\(turn); sjuktimmar=8; ersatta_timmar=2")],
      shifts: [
        shift + "vikarie=\(vikarie); vikarie_start=\(start); vikarie_slut=\(change)",
        shift + "vikarie=\(person(9)); vikarie_start=\(change); vikarie_slut=\(morning)",
      ])
    tables.claims += rows.claims
    tables.shifts += rows.shifts
  }
  return tables
}
