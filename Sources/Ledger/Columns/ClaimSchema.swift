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

public typealias ClaimField<Value: Cell> = Field<ClaimSchema, Value>

/// The claim rows of a scan.
public typealias Claims = Table<ClaimSchema>

extension Field where Schema == ClaimSchema {
  init(_ column: ClaimSchema.Column) { self.init(index: column.rawValue) }
}

extension Field where Schema == ClaimSchema, Value == KommunCode {
  public static var kommun: Self { Self(.kommun) }
}

extension Field where Schema == ClaimSchema, Value == TextID {
  public static var arende: Self { Self(.arende) }
  public static var invoiceNumber: Self { Self(.invoiceNumber) }
  public static var companyName: Self { Self(.companyName) }
  public static var account: Self { Self(.account) }
  public static var employmentForm: Self { Self(.employmentForm) }
  public static var agreement: Self { Self(.agreement) }
  public static var credits: Self { Self(.credits) }
  public static var replaces: Self { Self(.replaces) }
}

extension Field where Schema == ClaimSchema, Value == CompanyID {
  public static var company: Self { Self(.company) }
}

extension Field where Schema == ClaimSchema, Value == PersonID {
  public static var brukare: Self { Self(.brukare) }
  public static var assistent: Self { Self(.assistent) }
}

extension Field where Schema == ClaimSchema, Value == Day {
  public static var received: Self { Self(.received) }
  public static var sickFrom: Self { Self(.sickFrom) }
  public static var sickTo: Self { Self(.sickTo) }
  public static var invoiceDate: Self { Self(.invoiceDate) }
  public static var employedFrom: Self { Self(.employedFrom) }
  public static var employedTo: Self { Self(.employedTo) }
  public static var periodFrom: Self { Self(.periodFrom) }
  public static var wagePaidOn: Self { Self(.wagePaidOn) }
  public static var certificateFrom: Self { Self(.certificateFrom) }
  public static var certificateTo: Self { Self(.certificateTo) }
}

extension Field where Schema == ClaimSchema, Value == Seconds {
  public static var sickTime: Self { Self(.sickTime) }
  public static var weeklyTime: Self { Self(.weeklyTime) }
  public static var paidTime: Self { Self(.paidTime) }
  public static var onCallTime: Self { Self(.onCallTime) }
  public static var karensTime: Self { Self(.karensTime) }
}

extension Field where Schema == ClaimSchema, Value == HourlyWage {
  public static var wage: Self { Self(.wage) }
}

extension Field where Schema == ClaimSchema, Value == Ore {
  public static var sjuklon: Self { Self(.sjuklon) }
  public static var amount: Self { Self(.amount) }
  public static var karensAmount: Self { Self(.karensAmount) }
  public static var ob: Self { Self(.ob) }
  public static var jour: Self { Self(.jour) }
  public static var semesterersattning: Self { Self(.semesterersattning) }
  public static var arbetsgivaravgift: Self { Self(.arbetsgivaravgift) }
  public static var avtalskostnad: Self { Self(.avtalskostnad) }
  public static var vat: Self { Self(.vat) }
}

extension Field where Schema == ClaimSchema, Value == Percentage {
  public static var semesterPercent: Self { Self(.semesterPercent) }
  public static var feePercent: Self { Self(.feePercent) }
  public static var agreementPercent: Self { Self(.agreementPercent) }
  public static var extent: Self { Self(.extent) }
  public static var split: Self { Self(.split) }
}

extension Field where Schema == ClaimSchema, Value == LegalBasis {
  public static var legalBasis: Self { Self(.legalBasis) }
}

extension Field where Schema == ClaimSchema, Value == Absence {
  public static var absence: Self { Self(.absence) }
}

extension Field where Schema == ClaimSchema, Value == KarensReason {
  public static var karensReason: Self { Self(.karensReason) }
}

extension Field where Schema == ClaimSchema, Value == Protection {
  public static var protection: Self { Self(.protection) }
}

extension Field where Schema == ClaimSchema, Value == FileID {
  public static var file: Self { Self(.file) }
}

extension Field where Schema == ClaimSchema, Value == Line {
  public static var line: Self { Self(.line) }
}
