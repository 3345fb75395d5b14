public import SickPay

/// `sjukloner.csv`: one row for each claim, assistant and sick period.
public enum ClaimSchema: TableSchema {
  /// The columns in the order in which they lie.
  public enum Column: Int, CaseIterable, Sendable {
    case kommun, arende, received, company, brukare, assistent, sickFrom, sickTo, sickTime, wage
    case sjuklon, amount
    case invoiceNumber, invoiceDate, companyName, account, employedFrom, employedTo
    case employmentForm, weeklyTime, agreement, legalBasis, absence, periodFrom, paidTime
    case onCallTime, karensTime, karensAmount, karensReason, ob, jour, semesterersattning
    case arbetsgivaravgift, avtalskostnad, vat, semesterPercent, feePercent, agreementPercent
    case wagePaidOn, certificateFrom, certificateTo, extent, split, credits, replaces, protection
    case file, line
  }

  public static let codings: [Coding] = {
    var codings = Array(repeating: Coding.plain, count: Column.allCases.count)
    for name in [Column.brukare, .assistent] { codings[name.rawValue] = .person }
    codings[Column.company.rawValue] = .company
    let texts: [Column] = [
      .arende, .invoiceNumber, .companyName, .account, .employmentForm, .agreement, .credits,
      .replaces,
    ]
    for name in texts { codings[name.rawValue] = .text }
    return codings
  }()

  public static let contentColumns = 0..<Column.file.rawValue
}

/// The claim rows of a scan.
public typealias Claims = Table<ClaimSchema>

extension Field where Schema == ClaimSchema {
  @inlinable public init(_ column: ClaimSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == ClaimSchema, Value == KommunCode {
  @inlinable public static var kommun: Self { Self(.kommun) }
}

extension Field where Schema == ClaimSchema, Value == TextID {
  @inlinable public static var arende: Self { Self(.arende) }
  @inlinable public static var invoiceNumber: Self { Self(.invoiceNumber) }
  @inlinable public static var companyName: Self { Self(.companyName) }
  @inlinable public static var account: Self { Self(.account) }
  @inlinable public static var employmentForm: Self { Self(.employmentForm) }
  @inlinable public static var agreement: Self { Self(.agreement) }
  @inlinable public static var credits: Self { Self(.credits) }
  @inlinable public static var replaces: Self { Self(.replaces) }
}

extension Field where Schema == ClaimSchema, Value == CompanyID {
  @inlinable public static var company: Self { Self(.company) }
}

extension Field where Schema == ClaimSchema, Value == PersonID {
  @inlinable public static var brukare: Self { Self(.brukare) }
  @inlinable public static var assistent: Self { Self(.assistent) }
}

extension Field where Schema == ClaimSchema, Value == Day {
  @inlinable public static var received: Self { Self(.received) }
  @inlinable public static var sickFrom: Self { Self(.sickFrom) }
  @inlinable public static var sickTo: Self { Self(.sickTo) }
  @inlinable public static var invoiceDate: Self { Self(.invoiceDate) }
  @inlinable public static var employedFrom: Self { Self(.employedFrom) }
  @inlinable public static var employedTo: Self { Self(.employedTo) }
  @inlinable public static var periodFrom: Self { Self(.periodFrom) }
  @inlinable public static var wagePaidOn: Self { Self(.wagePaidOn) }
  @inlinable public static var certificateFrom: Self { Self(.certificateFrom) }
  @inlinable public static var certificateTo: Self { Self(.certificateTo) }
}

extension Field where Schema == ClaimSchema, Value == Seconds {
  @inlinable public static var sickTime: Self { Self(.sickTime) }
  @inlinable public static var weeklyTime: Self { Self(.weeklyTime) }
  @inlinable public static var paidTime: Self { Self(.paidTime) }
  @inlinable public static var onCallTime: Self { Self(.onCallTime) }
  @inlinable public static var karensTime: Self { Self(.karensTime) }
}

extension Field where Schema == ClaimSchema, Value == HourlyWage {
  @inlinable public static var wage: Self { Self(.wage) }
}

extension Field where Schema == ClaimSchema, Value == Ore {
  @inlinable public static var sjuklon: Self { Self(.sjuklon) }
  @inlinable public static var amount: Self { Self(.amount) }
  @inlinable public static var karensAmount: Self { Self(.karensAmount) }
  @inlinable public static var ob: Self { Self(.ob) }
  @inlinable public static var jour: Self { Self(.jour) }
  @inlinable public static var semesterersattning: Self { Self(.semesterersattning) }
  @inlinable public static var arbetsgivaravgift: Self { Self(.arbetsgivaravgift) }
  @inlinable public static var avtalskostnad: Self { Self(.avtalskostnad) }
  @inlinable public static var vat: Self { Self(.vat) }
}

extension Field where Schema == ClaimSchema, Value == Percentage {
  @inlinable public static var semesterPercent: Self { Self(.semesterPercent) }
  @inlinable public static var feePercent: Self { Self(.feePercent) }
  @inlinable public static var agreementPercent: Self { Self(.agreementPercent) }
  @inlinable public static var extent: Self { Self(.extent) }
  @inlinable public static var split: Self { Self(.split) }
}

extension Field where Schema == ClaimSchema, Value == LegalBasis {
  @inlinable public static var legalBasis: Self { Self(.legalBasis) }
}

extension Field where Schema == ClaimSchema, Value == Absence {
  @inlinable public static var absence: Self { Self(.absence) }
}

extension Field where Schema == ClaimSchema, Value == KarensReason {
  @inlinable public static var karensReason: Self { Self(.karensReason) }
}

extension Field where Schema == ClaimSchema, Value == Protection {
  @inlinable public static var protection: Self { Self(.protection) }
}

extension Field where Schema == ClaimSchema, Value == FileID {
  @inlinable public static var file: Self { Self(.file) }
}

extension Field where Schema == ClaimSchema, Value == Line {
  @inlinable public static var line: Self { Self(.line) }
}
