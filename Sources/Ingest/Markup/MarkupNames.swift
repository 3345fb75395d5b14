/// The names of a document, each made a `MarkupName` once, in open addressing.
struct MarkupNames {
  private(set) var names: [MarkupName] = []
  private var keys: [UInt8] = []
  private var keyEnds: [Int32] = []
  /// One more than the name's place; 0 is free.
  private var slots: [Int32]

  /// Between the namespace and the local name; no document can hold it.
  static let separator: UInt8 = 0x0c

  init() {
    // At most half of them are taken.
    slots = Array(repeating: 0, count: 2 * MarkupLimits.distinctNames)
  }

  subscript(_ place: Int32) -> MarkupName { names[Int(place)] }

  /// The place of a name, which is added if it is new; `nil` beyond the limit.
  mutating func place(of key: Span<UInt8>) -> Int32? {
    // FNV-1a, 32 bits.
    var hash: UInt32 = 0x811c_9dc5
    for index in key.indices { hash = (hash ^ UInt32(key[index])) &* 0x0100_0193 }
    var slot = Int(hash) % slots.count
    while slots[slot] != 0 {
      if isName(slots[slot] - 1, key) { return slots[slot] - 1 }
      slot = (slot + 1) % slots.count
    }
    guard names.count < MarkupLimits.distinctNames else { return nil }
    keys.append(copying: key)
    keyEnds.append(Int32(keys.count))
    names.append(MarkupNames.name(key))
    slots[slot] = Int32(names.count)
    return slots[slot] - 1
  }

  private func isName(_ place: Int32, _ key: Span<UInt8>) -> Bool {
    let start = place == 0 ? 0 : Int(keyEnds[Int(place) - 1])
    guard Int(keyEnds[Int(place)]) - start == key.count else { return false }
    for index in key.indices where keys[start + index] != key[index] { return false }
    return true
  }

  private static func name(_ key: Span<UInt8>) -> MarkupName {
    var cut = key.count
    while cut > 0, key[cut - 1] != separator { cut -= 1 }
    return MarkupName(
      namespace: cut == 0 ? "" : String(decodingUTF8: key.extracting(0..<(cut - 1))),
      local: String(decodingUTF8: key.extracting(cut..<key.count)))
  }
}
