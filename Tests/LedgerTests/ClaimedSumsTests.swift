import Ledger
import SampleWorld
import Testing

struct ClaimedSumsTests {
  @Test func `digits are those of the decimal text`() {
    // 0,05 kr, 0,50, 1,00, 9,99, 10,83, 108,35 and 99 000,00
    let digits = ClaimedSums([5, 50, 100, 999, 1083, 10_835, 9_900_000]).firstTwoDigits
    #expect(digits[50 - 10] == 2)
    #expect(digits[10 - 10] == 3)
    #expect(digits[99 - 10] == 2)
    #expect(digits.reduce(0, +) == 7)
  }

  @Test func `pairs of equal sums are counted`() {
    #expect(ClaimedSums([7, 5, 5, 7, 5, 9]).equalPairs == 3 + 1)
    #expect(ClaimedSums([1, 2, 3]).equalPairs == 0)
    let repeats = ClaimedSums([7, 5, 5, 7, 5, 9]).repeats
    #expect(repeats.sums == 2 && repeats.tooMany == 3)
    #expect(ClaimedSums([]).repeats.tooMany == 0)
  }

  @Test func `what is not above zero is left out, and round sums are seen`() {
    let sums = ClaimedSums([-100, 0, 10_000, 25_000, 30_000])
    #expect(sums.count == 3)
    #expect(sums.multiples(of: 10_000) == 2)
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `merging any split gives the whole`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let all = (0..<40).map { _ in Int64.random(in: -5...20, using: &generator) }
    var parts = [[Int64]](repeating: [], count: 3)
    for sum in all { parts[Int.random(in: 0..<3, using: &generator)].append(sum) }
    var merged = ClaimedSums()
    for part in parts { merged.merge(ClaimedSums(part)) }
    #expect(merged == ClaimedSums(all))
  }
}
