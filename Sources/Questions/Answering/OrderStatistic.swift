/// The value at a place in the ascending order of numbers, found without sorting them: eleven bits
/// at a time, the highest first, tell among which of them it lies (radix selection).
///
/// - Parameter place: 0 or more and below the count.
func value(at place: Int, of numbers: [Int32]) -> Int32 {
  var (left, place) = (numbers, place)
  for shift in [21, 10, 0] {
    if left.count <= fewNumbers { break }
    func digit(_ number: Int32) -> Int {
      Int(truncatingIfNeeded: (UInt32(bitPattern: number) ^ 0x8000_0000) >> shift) & 2047
    }
    var counts = [Int](repeating: 0, count: 2048)
    for number in left { counts[digit(number)] += 1 }
    var bucket = 0
    while place >= counts[bucket] {
      place -= counts[bucket]
      bucket += 1
    }
    left = [Int32](capacity: counts[bucket]) { output in
      for number in left where digit(number) == bucket { output.append(number) }
    }
  }
  left.sort()
  return left[place]
}

/// So many are sorted sooner than counted.
private let fewNumbers = 256
