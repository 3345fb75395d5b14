/// Arbetsgivaravgift on a wage by the day of payment and the age at the year's beginning
/// (socialavgiftslagen 2000:980, 2 kap. 26–29 §§).
public struct EmployerFees: Sendable {
  /// A relief for the young, for wages up to a ceiling a month.
  public struct YouthRelief: Sendable, Equatable {
    public var ages: ClosedRange<Int>
    /// `nil` where it is not known.
    public var fee: Percentage?
    /// Öre a month; `nil` without ceiling.
    public var ceiling: Ore?

    public init(ages: ClosedRange<Int>, fee: Percentage?, ceiling: Ore?) {
      self.ages = ages
      self.fee = fee
      self.ceiling = ceiling
    }
  }

  public var full: Dated<Percentage>
  /// For those who had reached the age limit.
  public var older: Dated<Percentage>
  public var olderFromAge: Dated<Int>
  /// For those born in 1937 or earlier.
  public var bornBefore1938: Dated<Percentage>
  /// All reliefs in force at a time; empty where there was none.
  public var youth: Dated<[YouthRelief]>
  /// The lowest fee that a relief without regard to age gave anybody (the corona relief of 2020,
  /// växa-stöd); it widens the range downwards only.
  public var lowestForAll: Dated<Percentage>

  public init(
    full: Dated<Percentage>, older: Dated<Percentage>, olderFromAge: Dated<Int>,
    bornBefore1938: Dated<Percentage>, youth: Dated<[YouthRelief]>,
    lowestForAll: Dated<Percentage>
  ) {
    self.full = full
    self.older = older
    self.olderFromAge = olderFromAge
    self.bornBefore1938 = bornBefore1938
    self.youth = youth
    self.lowestForAll = lowestForAll
  }
}

/// The fees that are lawful on one payment.
public struct LawfulFee: Sendable, Equatable {
  /// The least that an employer may have paid.
  public var low: Percentage
  /// What the employer pays when no ceiling is reached.
  public var expected: Percentage
  /// The most that an employer may have paid: the full fee where the wage may pass a ceiling.
  public var high: Percentage
  public var tag: EvidenceTag
  public var source: String
}

extension EmployerFees {
  /// The lawful fees on a wage paid on a day to somebody of an age; `nil` where a fact is missing.
  ///
  /// - Parameters:
  ///   - ageAtYearStart: Whole years at the beginning of the payment year.
  ///   - birthYear: For the group born in 1937 or earlier.
  public func fee(paidOn day: Day, ageAtYearStart age: Int, birthYear: Int) -> LawfulFee? {
    guard let full = full[day], let normal = full.value, let limit = olderFromAge[day],
      let limitAge = limit.value
    else { return nil }
    let floor = lowestForAll[day]?.value ?? normal
    if birthYear < 1938 { return single(bornBefore1938[day], floor) }
    if age >= limitAge { return single(older[day], floor) }
    guard let entry = youth[day], let reliefs = entry.value else { return nil }
    guard let relief = reliefs.first(where: { $0.ages.contains(age) }) else {
      return LawfulFee(
        low: min(floor, normal), expected: normal, high: normal, tag: full.tag,
        source: full.source)
    }
    guard let fee = relief.fee else { return nil }
    return LawfulFee(
      low: min(fee, floor), expected: fee, high: relief.ceiling == nil ? fee : normal,
      tag: entry.tag, source: entry.source)
  }

  private func single(_ entry: Dated<Percentage>.Entry?, _ floor: Percentage) -> LawfulFee? {
    guard let entry, let fee = entry.value else { return nil }
    return LawfulFee(
      low: min(fee, floor), expected: fee, high: fee, tag: entry.tag, source: entry.source)
  }
}
