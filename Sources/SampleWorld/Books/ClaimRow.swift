/// One row of `sjukloner.csv` in the making.
struct ClaimRow {
  enum KarensReason: String {
    case none = ""
    case relapse = "återinsjuknande"
    case tenDeductions = "tio"
    case specialProtection = "särskilt högriskskydd"
  }

  enum Relation {
    case none
    /// Indices into the company's rows.
    case credits(Int)
    case replaces(Int)
  }

  var job: Int
  var kommun: Int
  var brukare: Int32
  var first: Int32
  var last: Int32
  /// The first day in law of a later part, else −1.
  var periodFirst: Int32 = -1
  /// The end of the sickness, for the certificate.
  var sickTo: Int32
  var sickFrom: Int32
  /// Day 14 of the chain, or the end of the sickness before that.
  var lastPaid: Int32
  var billed: Int32 = 0
  var received: Int32 = 0
  var wagePaid: Int32 = 0
  /// Stated as the average week: of the whole employment, or for this brukare where each is one.
  var weeklyMinutes: Int32
  /// Belongs to the company that goes on in place of the first.
  var isSuccessor = false
  var shifts: Range<Int> = 0..<0
  var terms: WageTerms
  var tally = Tally()
  var amounts = Amounts()
  var karensReason = KarensReason.none
  /// Hundredths of a per cent of the absence, 10 000 where it is all on one row.
  var shareOfAbsence: Int32 = 10_000
  var relation = Relation.none

  var label: RowLabel?
  /// What should have been paid for the row, in öre.
  var lawful: Int64 = 0
  /// Copied, replaced or credited: left alone by whatever comes after.
  var isSettled = false
  /// Does not share an ärende with other rows.
  var standsAlone = false
  /// Added to the check digit of the assistant's number.
  var checkDigitSlip: UInt64 = 0
  var isRepeated = false

  /// Hundredths of a per cent, where another fee is stated than was charged.
  var statedFee: Int64?
  /// The certificate that was due is missing.
  var lacksCertificate = false
  /// The day on which the employment ended during the sickness, which went on being paid; else −1.
  var employmentEnd: Int32 = -1

  var caseYear: Int32 = 0
  var caseNumber: Int = 0
  /// 0 where the kommun takes applications only.
  var invoice: Int = 0

  var isCredit: Bool {
    if case .credits = relation { return true }
    return false
  }
  var isOpen: Bool { label == nil && !isSettled && !isCredit }
}
