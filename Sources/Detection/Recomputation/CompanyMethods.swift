import Ledger
public import SickPay

/// The method that each company evidently uses: the one that most of its own rows fit to the öre.
public struct CompanyMethods: Sendable {
  /// One company's fingerprint.
  public struct Fingerprint: Sendable {
    public let method: PayMethod
    /// Costs bound by agreement, in 1/10,000 of a per cent of sick pay, OB and semesterersättning;
    /// the commonest among its rows.
    public let agreementCost: Percentage
    /// Rows that fit the method, and rows that could be compared.
    public let fitting: Int
    public let compared: Int
  }

  /// By company; `nil` where too few rows split their sum, or no method fits most of them.
  public let fingerprints: [Fingerprint?]

  /// Claim rows long: the methods that the row fits, by their places in `PayMethod.all`.
  private let fits: [MethodSet]

  /// At least so many rows must be compared, and this share of them fit.
  static let fewestRows = 10
  static let fittingPercent = 60

  /// Works companies out beside each other.
  init(_ ledger: Ledger, _ prices: Recomputation) async {
    let parts = await inOrder(pieces(of: ledger.claims.count)) { claims in
      claims.map { claim in
        prices.statedHolidayPay(claim).map { MethodSet(of: $0) } ?? .notCompared
      }
    }
    let fits = parts.flatMap(\.self)
    fingerprints = (0..<ledger.dictionaries.companyCount).map { company in
      CompanyMethods.fingerprint(prices, ledger.claimRows(of: CompanyID(index: company)), fits)
    }
    self.fits = fits
  }

  /// Whether a row's stated semesterersättning fits none of the methods.
  func fitsNone(_ claim: Int) -> Bool { fits[claim] == MethodSet() }

  /// The first method that a row fits where it does not fit a given one.
  func otherFit(_ claim: Int, than method: PayMethod) -> PayMethod? {
    let fits = fits[claim]
    guard fits != .notCompared, fits != MethodSet() else { return nil }
    let methods = PayMethod.all.indices.filter(fits.contains).map { PayMethod.all[$0] }
    return methods.contains(method) ? nil : methods.first
  }

  private static func fingerprint(
    _ prices: Recomputation, _ rows: Range<Int>, _ fits: [MethodSet]
  ) -> Fingerprint? {
    var fitting = [Int](repeating: 0, count: PayMethod.all.count)
    var costs = [Int](repeating: 0, count: 301)
    var compared = 0
    for claim in rows where fits[claim] != .notCompared {
      compared += 1
      for method in fitting.indices where fits[claim].contains(method) { fitting[method] += 1 }
      if let cost = prices.statedAgreementCost(claim) { costs[min(300, max(0, cost))] += 1 }
    }
    // Where two methods fit as many rows (no OB, no karens), the plainer one stands last.
    guard compared >= fewestRows, let most = fitting.max(), most * 100 >= compared * fittingPercent,
      let best = fitting.lastIndex(of: most)
    else { return nil }
    let commonest = costs.indices.max { (costs[$0], -$0) < (costs[$1], -$1) } ?? 0
    return Fingerprint(
      method: PayMethod.all[best],
      agreementCost: Percentage(tenThousandths: Int32(commonest * 1000)), fitting: most,
      compared: compared)
  }
}

/// Some of the pay methods, by their places in `PayMethod.all`.
private struct MethodSet: Sendable, Equatable {
  private var bits: UInt8 = 0

  /// Of a row whose semesterersättning is not stated or can't be priced.
  static let notCompared = MethodSet(bits: 0x80)

  init() {}

  private init(bits: UInt8) { self.bits = bits }

  /// The methods that a row fits.
  init(of row: StatedHolidayPay) {
    for (place, method) in PayMethod.all.enumerated() where row.fits(method) { bits |= 1 << place }
  }

  func contains(_ place: Int) -> Bool { bits >> place & 1 == 1 }
}

/// A row's stated semesterersättning beside what each method would give.
struct StatedHolidayPay {
  let terms: PriceTerms
  let fullSupplements: Int64
  /// What the law gives, in 1/10,000 of a per cent (semesterlagen 16 b §): many give no more,
  /// whatever their agreement says.
  let statutory: Int64
  /// Öre.
  let stated: Int64

  /// Hours have two decimals and parts are rounded: a few öre, and what 18 seconds cost.
  private var slack: Int64 {
    5 + terms.wage * 18 / 3600 * (terms.holidayPercent?.high ?? 0) / 100_000_000
  }

  func fits(_ method: PayMethod) -> Bool {
    amount(method).map { abs($0 - stated) <= slack } ?? false
  }

  /// The percentage that gives what is stated by a method, in 1/10,000 of a per cent; `nil` where
  /// there is nothing to count it on.
  func percent(_ method: PayMethod) -> Int64? {
    let base = terms.holidayPayBase(method, fullSupplements: fullSupplements)
    return base > 0 ? rounded(stated * 100_000_000, over: base) : nil
  }

  /// The amount by a method that lies nearest to what is stated.
  func amount(_ method: PayMethod) -> Int64? {
    guard let range = terms.holidayPercent else { return nil }
    let base = terms.holidayPayBase(method, fullSupplements: fullSupplements)
    var nearest = terms.holidayPay(on: base, percent: statutory)
    // One by one, without an array: every row is asked for every method.
    func consider(_ percent: Int64) {
      let amount = terms.holidayPay(on: base, percent: percent)
      if abs(amount - stated) < abs(nearest - stated) { nearest = amount }
    }
    consider(range.low)
    consider(range.high)
    return nearest
  }
}

extension Recomputation {
  /// `nil` where the row does not state semesterersättning or can't be priced.
  func statedHolidayPay(_ claim: Int) -> StatedHolidayPay? {
    guard let stated = claims.value(.semesterersattning, claim), stated > .zero,
      let terms = terms(claim, .claimed)
    else { return nil }
    return StatedHolidayPay(
      terms: terms,
      fullSupplements: (claimedSupplements(claim) + terms.onCall) * 100 * 1_000_000
        / max(1, terms.sickPayShare),
      statutory: statutoryHolidayPercent(claim), stated: stated.value)
  }

  /// Costs bound by agreement in tenths of a per cent of sick pay, OB, jour and semesterersättning.
  func statedAgreementCost(_ claim: Int) -> Int? {
    guard let cost = claims.value(.avtalskostnad, claim)?.value else { return nil }
    let parts = [
      claims[.sjuklon, claim], claims.value(.ob, claim), claims.value(.jour, claim),
      claims.value(.semesterersattning, claim),
    ]
    let base = parts.reduce(Int64(0)) { $0 + ($1?.value ?? 0) }
    return base > 0 && cost >= 0 ? Int(rounded(cost * 1000, over: base)) : nil
  }

  /// The row's lawful amount by the method that its company uses, in öre; `nil` where either is not
  /// known.
  func amount(_ claim: Int, by fingerprint: CompanyMethods.Fingerprint) -> Int64? {
    guard let parts = parts(claim, .lawful), let row = lawfulHolidayPay(claim),
      let holidayPay = row.amount(fingerprint.method), let fee = fees(claim)
    else { return nil }
    let supplements = min(
      parts.supplements.high, max(parts.supplements.low, claimedSupplements(claim)))
    let paid = parts.sickPay.high + supplements + parts.onCall + holidayPay
    let cost = rounded(paid * Int64(fingerprint.agreementCost.tenThousandths), over: 1_000_000)
    return paid + cost + rounded(paid * Int64(fee.expected), over: 1_000_000)
  }

  /// The lowest of any agreement, which is the law's own.
  private func statutoryHolidayPercent(_ claim: Int) -> Int64 {
    guard let period = period(claim) else { return 0 }
    return Int64(max(0, law.agreements.holidayPercents(nil, period, age: 0).low))
  }

  private func claimedSupplements(_ claim: Int) -> Int64 {
    (claims.value(.ob, claim) ?? .zero).value
  }

  private func lawfulHolidayPay(_ claim: Int) -> StatedHolidayPay? {
    guard let terms = terms(claim, .lawful) else { return nil }
    return StatedHolidayPay(
      terms: terms,
      fullSupplements: (claimedSupplements(claim) + terms.onCall) * 100 * 1_000_000
        / max(1, terms.sickPayShare),
      statutory: statutoryHolidayPercent(claim),
      stated: (claims.value(.semesterersattning, claim) ?? .zero).value)
  }
}
