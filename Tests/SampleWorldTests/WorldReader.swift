import SampleWorld
import SickPay
import Testing

/// A written table, read back with no more than the format says.
struct WrittenTable {
  var columns: [String: Int] = [:]
  var lines: [[Substring]] = []
  var texts: [Substring] = []

  init(_ bytes: [UInt8]) {
    let all = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for (index, name) in (all.first ?? "").split(separator: ";").enumerated() {
      columns[String(name)] = index
    }
    texts = Array(all.dropFirst())
    lines = texts.map { $0.split(separator: ";", omittingEmptySubsequences: false) }
  }

  func text(_ line: Int, _ column: String) -> String {
    guard let index = columns[column] else { return "no column \(column)" }
    return String(lines[line][index])
  }
}

/// `1234,50` as 123 450; empty is 0.
func hundredths(_ text: String) -> Int {
  let digits = Int(text.filter { $0.isNumber }) ?? 0
  return text.hasPrefix("-") ? -digits : digits
}

func dayNumber(_ text: String) -> Int { Int(Day(iso: text)?.number ?? -1) }

/// `2025-05-06 20:00` in minutes since 1970 on the wall clock.
func minute(_ text: String) -> Int {
  let parts = text.split(whereSeparator: { $0 == " " || $0 == ":" })
  guard parts.count == 3 else { return -1 }
  return dayNumber(String(parts[0])) * 1440 + (Int(parts[1]) ?? 0) * 60 + (Int(parts[2]) ?? 0)
}

struct ReadShift {
  var start: Int
  var end: Int
  var isJour: Bool
  var substitute: String
  var covered: Range<Int>

  var isVacant: Bool { substitute == "[vakant]" }
  var day: Int { start / 1440 }
  /// In real time, which differs from the wall clock on two nights a year.
  var realMinutes: Int {
    func wall(_ minute: Int) -> WallTime {
      WallTime(day: Day(number: Int32(minute / 1440)), secondOfDay: Int32(minute % 1440 * 60))
    }
    guard let (from, to) = SwedishTime.interval(from: wall(start), to: wall(end)) else { return -1 }
    return Int(to.value - from.value) / 60
  }
}

struct ReadClaim {
  var line: Int
  var kommun: String
  var caseNumber: String
  var invoice: String
  var organisation: String
  var brukare: String
  var assistant: String
  var first: Int
  var last: Int
  var received: Int
  /// Minutes.
  var lost: Int
  var reimbursed: Int
  var karens: Int
  var weekly: Int
  /// Öre.
  var total: Int
  var parts: Int
  var reason: String
  var credits: String
  var replaces: String
  /// `fusk` or `fel` with its method, empty for an honest row.
  var label = ""
  var method = ""
  var shifts: [ReadShift] = []

  var isCredit: Bool { total < 0 }
  var isLabelled: Bool { !label.isEmpty }
}

/// A world in memory, read back from its tables.
struct ReadWorld {
  let claims: WrittenTable
  let shifts: WrittenTable
  let companies: WrittenTable
  let labels: WrittenTable
  /// Repeated rows once.
  private(set) var rows: [ReadClaim] = []
  private(set) var looseShifts = 0
  private(set) var repeated = 0

  init(_ world: GeneratedWorld) {
    claims = WrittenTable(world.bytes(.claims))
    shifts = WrittenTable(world.bytes(.shifts))
    companies = WrittenTable(world.bytes(.companyTruth))
    labels = WrittenTable(world.bytes(.rowTruth))
    readClaims()
    readLabels()
    readShifts()
  }

  private mutating func readClaims() {
    var seen: Set<Substring> = []
    for line in claims.lines.indices {
      guard seen.insert(claims.texts[line]).inserted else {
        repeated += 1
        continue
      }
      func text(_ column: String) -> String { claims.text(line, column) }
      func hours(_ column: String) -> Int { hundredths(text(column)) * 3 / 5 }
      let parts = [
        "sjuklön", "ob", "jour", "semesterersättning", "arbetsgivaravgift", "avtalskostnad", "moms",
      ]
      rows.append(
        ReadClaim(
          line: line, kommun: text("kommun"), caseNumber: text("ärende"),
          invoice: text("fakturanummer"),
          organisation: text("orgnr").filter { $0 != "-" }, brukare: text("brukare"),
          assistant: text("assistent"), first: dayNumber(text("sjuk_från")),
          last: dayNumber(text("sjuk_till")), received: dayNumber(text("inkommen")),
          lost: hours("sjuktimmar"), reimbursed: hours("ersatta_timmar"),
          karens: hours("karenstimmar"), weekly: hours("veckotimmar"),
          total: hundredths(text("belopp")),
          parts: parts.reduce(0) { $0 + hundredths(text($1)) }, reason: text("karens_skäl"),
          credits: text("krediterar"), replaces: text("ersätter")))
    }
  }

  private mutating func readLabels() {
    var found: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      found["\(row.kommun);\(row.caseNumber);\(row.assistant);\(row.brukare);\(row.first)"] = index
    }
    for line in labels.lines.indices {
      func text(_ column: String) -> String { labels.text(line, column) }
      let key =
        "\(text("kommun"));\(text("ärende"));\(text("assistent"));\(text("brukare"));"
        + "\(dayNumber(text("sjuk_från")))"
      guard let index = found[key] else { continue }
      rows[index].label = text("etikett")
      rows[index].method = text("metod")
    }
  }

  /// What a company states in the truth file of its own choices.
  func choice(_ organisation: String, _ column: String) -> String {
    companies.lines.indices.first { companies.text($0, "orgnr") == organisation }
      .map { companies.text($0, column) } ?? ""
  }

  /// The companies that leave the named columns empty.
  func companies(omitting names: String...) -> Set<String> {
    Set(
      companies.lines.indices.filter { line in
        let omitted = companies.text(line, "utelämnar").split(separator: "+").map(String.init)
        return names.contains { omitted.contains($0) }
      }.map { companies.text($0, "orgnr") })
  }

  private mutating func readShifts() {
    var byCase: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() where !row.isCredit {
      byCase["\(row.kommun);\(row.caseNumber);\(row.assistant);\(row.brukare)", default: []]
        .append(index)
    }
    for line in shifts.lines.indices {
      func text(_ column: String) -> String { shifts.text(line, column) }
      let start = minute(text("start"))
      let substitute = text("vikarie")
      let shift = ReadShift(
        start: start, end: minute(text("slut")), isJour: text("typ") == "jour",
        substitute: substitute,
        covered: substitute == "[vakant]"
          ? 0..<0 : minute(text("vikarie_start"))..<minute(text("vikarie_slut")))
      let key = "\(text("kommun"));\(text("ärende"));\(text("assistent"));\(text("brukare"))"
      let candidates = byCase[key] ?? []
      let day = start / 1440
      let owner = candidates.first { rows[$0].first <= day && day <= rows[$0].last }
      guard let index = owner ?? candidates.first else {
        looseShifts += 1
        continue
      }
      rows[index].shifts.append(shift)
    }
  }

  /// Rows that stand: neither labelled, credited, replaced nor credits.
  var honest: [ReadClaim] {
    let credited = Set(rows.filter(\.isCredit).map { "\($0.organisation);\($0.credits)" })
    let replaced = Set(
      rows.filter { !$0.replaces.isEmpty }.map { "\($0.organisation);\($0.replaces)" })
    return rows.filter { row in
      let names = ["\(row.organisation);\(row.invoice)", "\(row.organisation);\(row.caseNumber)"]
      return !row.isCredit && !row.isLabelled
        && !names.contains { credited.contains($0) || replaced.contains($0) }
    }
  }
}

/// Worlds that several suites read; each is made once.
enum Worlds {
  static let mixed = Result {
    ReadWorld(
      try SampleWorld(plan: WorldPlan(seed: 7, claims: 6_000, companies: 40, cheatingCompanies: 10))
        .inMemory())
  }
}

extension ReadWorld {
  /// A world of ten companies, of which five cheat in one way and with vigour.
  init(_ scheme: Scheme, claims: Int) throws {
    let plan = WorldPlan(
      seed: 21, claims: claims, companies: 10, cheatingCompanies: 5, intensities: .only(.high),
      schemes: [scheme])
    self.init(try SampleWorld(plan: plan).inMemory())
  }

  /// The rows that the scheme falsified: more than a few, or nothing was tried.
  func falseRows(_ scheme: Scheme) -> [ReadClaim] {
    let found = rows.filter { $0.method == scheme.rawValue }
    #expect(found.count > 20)
    return found
  }
}
