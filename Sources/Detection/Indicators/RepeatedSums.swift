import Ledger
import SickPay

/// Claims whose sums are the same to the öre as those of other claims of the company.
struct RepeatedSums: Indicator {
  let id = IndicatorID("lika-belopp")
  let family = StatisticFamily.digits
  let basis = "Par av ärenderader med samma belopp på öret jämfört med andra bolag, gamma-poisson"
  let clearedBy = "Underlag som visar att passen var olika men lika långa."

  private static let departure = CountMixture.Departure(base: 0, factor: 5, size: 2)

  func compare(_ companies: Companies) -> [Comparison?] {
    let sums = companies.profiles.map(\.sums)
    let counts = sums.map { sums in
      let pairs = sums.count * (sums.count - 1) / 2
      return pairs > 0 ? (observed: sums.equalPairs, exposure: Double(pairs)) : nil
    }
    return countComparisons(companies, counts, departure: RepeatedSums.departure) {
      company, observed, _ in
      let repeats = sums[company].repeats
      return Comparison.Words(
        claims: rows(companies, company),
        text: "\(observed) par av ärenderader har samma belopp på öret bland "
          + "\(sums[company].count) rader: \(repeats.sums) belopp återkommer på "
          + "\(repeats.tooMany) rader utöver den första",
        clearedBy: clearedBy)
    }
  }

  private func rows(_ companies: Companies, _ company: Int) -> [Int] {
    let ore = companies.profiles[company].sums.ore
    var repeated = Set<Int64>()
    for index in ore.indices.dropFirst() where ore[index] == ore[index - 1] {
      repeated.insert(ore[index])
    }
    let settlement = companies.ledger.settlement
    return companies.rows[company].filter { repeated.contains(settlement.netAmount($0).value) }
  }
}

/// Claims of whole hundreds of kronor: sums that were decided rather than worked out.
struct RoundSums: Indicator {
  let id = IndicatorID("runda-belopp")
  let family = StatisticFamily.digits
  let basis = "Andel ärenderader på hela hundratal kronor jämfört med andra bolag, gamma-poisson"
  let clearedBy = "Beräkningsunderlag för beloppen."

  private static let departure = CountMixture.Departure(base: 0.05, factor: 3, size: 2)
  private static let hundred: Int64 = 100_00

  func compare(_ companies: Companies) -> [Comparison?] {
    let sums = companies.profiles.map(\.sums)
    let counts = sums.map { sums in
      sums.count > 0
        ? (observed: sums.multiples(of: RoundSums.hundred), exposure: Double(sums.count)) : nil
    }
    let settlement = companies.ledger.settlement
    return countComparisons(companies, counts, departure: RoundSums.departure) {
      company, observed, _ in
      Comparison.Words(
        claims: companies.rows[company].filter {
          let sum = settlement.netAmount($0).value
          return sum > 0 && sum % RoundSums.hundred == 0
        },
        text: "\(observed) av \(sums[company].count) ärenderader är på hela hundratal kronor",
        clearedBy: clearedBy)
    }
  }
}
