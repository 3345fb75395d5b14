import SampleWorld
import Testing

struct SeededGeneratorTests {
  /// The first numbers of xoshiro256** whose state SplitMix64 filled from zero.
  @Test func `seed zero gives the published sequence`() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0x99EC_5F36_CB75_F2B4)
    #expect(generator.next() == 0xBF6E_1F78_4956_452A)
    #expect(generator.next() == 0x1A5F_849D_4933_E6E0)
  }

  @Test func `the standard library can draw from it`() {
    var one = SeededGenerator(seed: 5)
    var other = SeededGenerator(seed: 5)
    #expect((0..<100).shuffled(using: &one) == (0..<100).shuffled(using: &other))
  }
}
