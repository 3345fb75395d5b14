import CZlib

/// zlib's inflate for one deflated entry, which takes bytes and gives bytes.
@safe struct Inflater: ~Copyable {
  private var stream: UnsafeMutablePointer<z_stream>
  private(set) var isFinished = false

  init() throws(RefusalReason) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Bits below zero: bare deflate, without zlib's own header.
    let status = unsafe inflateInit2_(
      stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// What an answer of `inflate` comes to.
  enum Answer { case went, damaged, outOfMemory }

  /// Unpacks bytes of `packed` from `place` on, which is moved past those used, into at most
  /// `capacity` bytes.
  mutating func inflate(
    _ packed: [UInt8], from place: inout Int, capacity: Int
  ) -> ([UInt8], Answer) {
    var (answer, used): (Answer, Int) = (.went, 0)
    let stream = unsafe stream
    let start = place
    let target = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, filled in
      unsafe packed.withUnsafeBufferPointer { packed in
        // zlib does not write to its input; the type is from before const was usual.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: packed.baseAddress.map { unsafe $0 + start })
        unsafe stream.pointee.avail_in = UInt32(packed.count - start)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(capacity)
        let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        unsafe used = packed.count - start - Int(stream.pointee.avail_in)
        unsafe filled = capacity - Int(stream.pointee.avail_out)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isFinished = true
        case Z_MEM_ERROR: answer = .outOfMemory
        default: answer = .damaged
        }
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
      }
    }
    place += used
    return (target, answer)
  }
}

/// CRC-32 as archives have it, of bytes that come in pieces.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: [UInt8]) {
    let sum = unsafe bytes.withUnsafeBufferPointer {
      unsafe crc32_z(UInt(value), $0.baseAddress, $0.count)
    }
    value = UInt32(truncatingIfNeeded: sum)
  }
}
