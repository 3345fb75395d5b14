/// Texts and their dense ids, by open addressing on the bytes.
///
/// All bytes lie in one array; id `n` is `bytes[ends[n-1]..<ends[n]]`. A slot holds an id, or −1.
public struct TextDictionary: Sendable {
  public private(set) var bytes: [UInt8] = []
  public private(set) var ends: [Int] = []
  /// Of each text, so that neither growing nor merging goes through its bytes again.
  private var hashes: [UInt32] = []
  private var slots: [Int32]

  public init() { slots = Array(repeating: -1, count: 1024) }

  /// Texts by id, each once; `nil` where the ends are not those of texts in `bytes`.
  public init?(bytes: [UInt8], ends: [Int]) {
    guard (ends.first ?? 0) >= 0, ends.last ?? 0 == bytes.count,
      zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    (self.bytes, self.ends, slots) = (bytes, ends, [])
    hashes = ends.indices.map { shortHash(bytes.span.extracting(range($0))) }
    var slotCount = 1024
    while slotCount < ends.count * 2 { slotCount *= 4 }
    rebuild(slotCount: slotCount)
  }

  public var count: Int { ends.count }

  /// The id of a text, given on its first appearance.
  public mutating func intern(_ text: Span<UInt8>) -> TextID {
    intern(text, hash: shortHash(text))
  }

  private mutating func intern(_ text: Span<UInt8>, hash: UInt32) -> TextID {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, equals(id, text) { return TextID(cell: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(ends.count)
    slots[slot] = id
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    hashes.append(hash)
    if ends.count * 2 > slots.count { rebuild(slotCount: slots.count * 4) }
    return TextID(cell: id)
  }

  public mutating func intern(_ text: String) -> TextID {
    let utf8 = Array(text.utf8)
    return intern(utf8.span)
  }

  public subscript(id: TextID) -> String { String(decoding: utf8(of: id), as: UTF8.self) }

  /// A text's bytes, without making a string of them.
  public func utf8(of id: TextID) -> ArraySlice<UInt8> { bytes[range(id.index)] }

  /// Order by bytes, so that it does not depend on which text came first.
  public func precedes(_ left: TextID, _ right: TextID) -> Bool {
    left != right
      && bytes[range(left.index)].lexicographicallyPrecedes(bytes[range(right.index)])
  }

  /// Interns all texts of another dictionary; where each of its ids lies in this one.
  mutating func absorb(_ other: TextDictionary) -> IDTranslation {
    if count == 0 {
      self = other
      return IDTranslation(targets: Array(0..<Int32(other.count)))
    }
    let source = other.bytes.span
    return IDTranslation(
      targets: (0..<other.count).map { id in
        intern(source.extracting(other.range(id)), hash: other.hashes[id]).cell
      })
  }

  private func range(_ id: Int) -> Range<Int> { (id == 0 ? 0 : ends[id - 1])..<ends[id] }

  private func equals(_ id: Int, _ text: Span<UInt8>) -> Bool {
    let place = range(id)
    guard place.count == text.count else { return false }
    let stored = bytes.span.extracting(place)
    var index = 0
    while index + 8 <= text.count {
      if stored.word(at: index) != text.word(at: index) { return false }
      index += 8
    }
    while index < text.count {
      if stored[index] != text[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func rebuild(slotCount: Int) {
    slots = Array(repeating: -1, count: slotCount)
    for id in hashes.indices {
      var slot = Int(hashes[id]) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int32(id)
    }
  }
}

private func shortHash(_ text: Span<UInt8>) -> UInt32 {
  UInt32(truncatingIfNeeded: mixedHash(text))
}

/// Eight bytes at a time through a folded 64-bit product (the idea of wyhash, public domain).
private func mixedHash(_ text: Span<UInt8>) -> UInt64 {
  var hash = folded(UInt64(text.count) &+ 0x9e37_79b9_7f4a_7c15)
  var index = 0
  while index + 8 <= text.count {
    hash = folded(hash ^ text.word(at: index))
    index += 8
  }
  var rest: UInt64 = 0
  while index < text.count {
    rest = rest << 8 | UInt64(text[index])
    index += 1
  }
  return folded(hash ^ rest)
}

func folded(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
  return product.high ^ product.low
}

extension Span<UInt8> {
  /// Eight bytes from `index` as one word, in the machine's order. The load is checked against the
  /// span's bounds; it is called unsafe because it makes an integer of raw bytes.
  fileprivate func word(at index: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}
