/// 64-bit keys and their dense ids, by open addressing. A slot holds an id, or −1.
public struct NumberDictionary: Sendable {
  public private(set) var keys: [UInt64] = []
  private var slots: [Int32]

  public init() { slots = Array(repeating: -1, count: 1024) }

  /// - Parameter keys: By id, each once.
  public init(keys: [UInt64]) {
    self.keys = keys
    slots = []
    var slotCount = 1024
    while slotCount < keys.count * 2 { slotCount *= 4 }
    rebuild(slotCount: slotCount)
  }

  public var count: Int { keys.count }

  /// The id of a key, given on its first appearance.
  public mutating func intern(_ key: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: folded(key)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(keys.count)
    slots[slot] = id
    keys.append(key)
    if keys.count * 2 > slots.count { rebuild(slotCount: slots.count * 4) }
    return id
  }

  /// Gives the ids anew in the order of `order`, which holds every old id once.
  mutating func renumber(_ order: [UInt32]) {
    keys = order.map { keys[Int($0)] }
    rebuild(slotCount: slots.count)
  }

  private mutating func rebuild(slotCount: Int) {
    slots = Array(repeating: -1, count: slotCount)
    for id in keys.indices {
      var slot = Int(truncatingIfNeeded: folded(keys[id])) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int32(id)
    }
  }
}
