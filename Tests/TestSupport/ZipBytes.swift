import CZlib
public import Foundation

/// An archive made byte by byte, so that tests can say what is wrong in it.
public struct ZipBytes {
  public struct Entry {
    public var name: [UInt8]
    public var content: [UInt8]
    public var flags = 0
    public var method = 0
    /// What the directory says; `nil` for what is true.
    public var saidBytes: Int?
    public var saidPackedBytes: Int?
    public var saidChecksum: UInt32?
    public var saidStart: Int?

    public init(_ name: String, _ content: some Sequence<UInt8>) {
      self.name = Array(name.utf8)
      self.content = Array(content)
    }

    public init(_ name: String, _ text: String) { self.init(name, text.utf8) }
  }

  public var entries: [Entry]
  /// Whether sizes and places stand in their wide form.
  public var isWide = false
  /// How many entries the directory says that it has; `nil` for what is true.
  public var saidEntries: Int?

  public init(_ entries: [Entry]) { self.entries = entries }

  public var data: Data {
    var (bytes, starts): ([UInt8], [Int]) = ([], [])
    for entry in entries {
      starts.append(bytes.count)
      let count = entry.content.count
      bytes += number(0x0403_4b50, 4) + number(20, 2) + number(entry.flags, 2)
      bytes += number(entry.method, 2) + number(0, 4) + number(checksum(entry), 4)
      bytes += number(count, 4) + number(count, 4) + number(entry.name.count, 2) + number(0, 2)
      bytes += entry.name + entry.content
    }
    let directoryStart = bytes.count
    for (entry, start) in zip(entries, starts) { bytes += directoryEntry(entry, start) }
    return Data(bytes + end(directoryStart, bytes.count - directoryStart))
  }

  private func directoryEntry(_ entry: Entry, _ start: Int) -> [UInt8] {
    let sizes = [
      entry.saidBytes ?? entry.content.count, entry.saidPackedBytes ?? entry.content.count,
      entry.saidStart ?? start,
    ]
    let narrow = sizes.map { isWide ? 0xffff_ffff : $0 }
    let extra = isWide ? number(1, 2) + number(24, 2) + sizes.flatMap { number($0, 8) } : []
    var bytes = number(0x0201_4b50, 4) + number(20, 2) + number(20, 2) + number(entry.flags, 2)
    bytes += number(entry.method, 2) + number(0, 4)
    bytes += number(entry.saidChecksum.map(Int.init) ?? checksum(entry), 4)
    bytes += number(narrow[1], 4) + number(narrow[0], 4) + number(entry.name.count, 2)
    bytes += number(extra.count, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
    return bytes + number(narrow[2], 4) + entry.name + extra
  }

  private func end(_ start: Int, _ length: Int) -> [UInt8] {
    var wide: [UInt8] = []
    if isWide {
      wide = number(0x0606_4b50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
      wide += number(entries.count, 8) + number(entries.count, 8) + number(length, 8)
      wide += number(start, 8)
      wide += number(0x0706_4b50, 4) + number(0, 4) + number(start + length, 8) + number(1, 4)
    }
    let count = number(isWide ? 0xffff : saidEntries ?? entries.count, 2)
    let narrow = number(isWide ? 0xffff_ffff : length, 4) + number(isWide ? 0xffff_ffff : start, 4)
    return wide + number(0x0605_4b50, 4) + number(0, 4) + count + count + narrow + number(0, 2)
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func checksum(_ entry: Entry) -> Int {
    Int(entry.content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
  }
}
