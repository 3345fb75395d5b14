/// What one reader has read: rows, and the dictionaries that their ids refer to.
public struct LedgerPart: Sendable {
  public var dictionaries = Dictionaries()
  public var claims = Claims()
  public var shifts = Shifts()
  public var rejected = RejectedClaims()
  public var registers = RegisterTables()

  public init() {}

  /// The rows of several parts, one after the other.
  ///
  /// A part is let go when its rows have been taken, so that there is never a second copy of all.
  ///
  /// - Parameter parts: Consumed. Their order decides that of the rows, and which ids are given.
  public init(joining parts: consuming [LedgerPart]) {
    if parts.count(where: { $0.claims.count > 0 }) > 1 {
      claims.reserve(rows: parts.reduce(0) { $0 + $1.claims.count })
    }
    if parts.count(where: { $0.shifts.count > 0 }) > 1 {
      shifts.reserve(rows: parts.reduce(0) { $0 + $1.shifts.count })
    }
    for index in parts.indices {
      var part = LedgerPart()
      swap(&part, &parts[index])
      append(part)
    }
    precondition(
      max(claims.count, shifts.count, registers.workedTime.count) < LedgerLimits.rows,
      "too many rows")
  }

  /// Appends the rows of another part, and gives its ids anew.
  public mutating func append(_ other: consuming LedgerPart) {
    other.translate(dictionaries.absorb(other.dictionaries))
    claims.append(other.claims)
    shifts.append(other.shifts)
    rejected.append(other.rejected)
    registers.append(other.registers)
  }

  /// Makes room for so many parts of about the same length.
  public mutating func reserve(_ count: Int, like part: LedgerPart) {
    // Room that is not used costs nothing: no page of it is ever touched.
    let (claimRows, shiftRows) = (part.claims.count * count, part.shifts.count * count)
    if claimRows > 0 { claims.reserve(rows: claimRows + claimRows / 16) }
    if shiftRows > 0 { shifts.reserve(rows: shiftRows + shiftRows / 16) }
  }

  /// Says of all rows that they were read in one file: which place it has among all files is known
  /// when every archive has been opened.
  public mutating func setFile(_ file: FileID) {
    claims.setFile(file)
    shifts.setFile(file)
    rejected.setFile(file)
    registers.setFile(file)
  }

  /// Says of all rows that so many lines of the file stand before those that they were read on.
  public mutating func moveLines(by lines: Int32) {
    claims.moveLines(by: lines)
    shifts.moveLines(by: lines)
    rejected.moveLines(by: lines)
    registers.moveLines(by: lines)
  }
}

extension LedgerPart {
  /// Says of all claims that they take away what they say: every amount and every hour claimed
  /// changes its sign. What karens came to only informs, and stays.
  public mutating func negateClaims() {
    claims.negate(.amount, .sjuklon, .ob, .jour, .semesterersattning, .arbetsgivaravgift)
    claims.negate(.avtalskostnad, .vat)
    claims.negate(.sickTime, .paidTime, .onCallTime)
  }

  /// Gives persons and companies ids by number.
  mutating func sortIDs() {
    let translation = dictionaries.sortIDs()
    precondition(dictionaries.companyCount < LedgerLimits.companies, "too many companies")
    precondition(dictionaries.persons.count < LedgerLimits.persons, "too many persons")
    translate(translation)
  }

  private mutating func translate(_ translation: Translation) {
    claims.translate(translation)
    shifts.translate(translation)
    rejected.translate(translation)
    registers.translate(translation)
  }
}
