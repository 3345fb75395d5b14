/// Numbers among the bytes of an archive, the lowest byte first.
struct LittleEndian {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func two(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

  func four(_ place: Int) -> Int { two(place) | two(place + 2) << 16 }

  /// `nil` where the number is beyond any file's size.
  func eight(_ place: Int) -> Int? {
    let (low, high) = (four(place), four(place + 4))
    return high < 1 << 31 ? low | high << 32 : nil
  }
}
