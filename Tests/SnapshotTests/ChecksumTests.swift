import Testing

@testable import Snapshot

/// Against the authors' own library (xxHash 0.8, `XXH64` with seed 0).
struct ChecksumTests {
  @Test(
    arguments: [
      ("", 0xef46_db37_51d8_e999), ("a", 0xd24e_c4f1_a98c_6e5b), ("abc", 0x44bc_2cf5_ad77_0999),
      ("Nobody inspects the spammish repetition", 0xfbce_a83c_8a37_8bf1),
    ] as [(String, UInt64)])
  func `texts have the checksums that were published`(_ text: String, _ expected: UInt64) {
    #expect(Section.bytes(Array(text.utf8)).withBytes { checksum($0) } == expected)
  }

  @Test func `words, halves and single bytes behind whole stripes count`() {
    let bytes = Section.bytes(Array(0...100))
    #expect(bytes.withBytes { checksum($0) } == 0xe990_3849_5f85_381e)
  }
}
