/// What lies embedded in an invoice or beside it in its envelope.
struct InvoiceAttachment {
  /// The file's name as the sender gives it; a number where there is none.
  let name: String
  /// The place of the invoice that it belongs to, among those of the document.
  let invoice: Int
  let content: Result<[UInt8], AttachmentFault>
}

/// Why an attachment can't be opened, and where in the document it is.
struct AttachmentFault: Error {
  let problem: AttachmentProblem
  let path: String
  let line: Int32
}

/// Turns base64 that comes in pieces into bytes (RFC 4648, §4); blanks between are passed over.
struct Base64Decoder {
  private(set) var bytes: [UInt8] = []
  private(set) var problem: AttachmentProblem?
  private var bits: UInt32 = 0
  private var digits = 0
  private var padding = 0
  private let most: Int

  /// - Parameter most: Bytes that it may come to.
  init(most: Int) { self.most = most }

  mutating func take(_ text: Span<UInt8>) {
    guard problem == nil else { return }
    for index in text.indices {
      let byte = text[index]
      if byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      let value = Self.values[Int(byte)]
      // Nothing follows a padding.
      if value > 63 || padding > 0 { return fail(.encoding) }
      bits = bits << 6 | UInt32(value)
      digits += 1
      if digits == 4 { endGroup(3) }
      if bytes.count > most { return fail(.tooLarge) }
    }
  }

  /// Ends the text. A last group may lack its padding.
  mutating func finish() {
    guard problem == nil else { return }
    if digits == 1 || padding > 2 { return fail(.encoding) }
    if digits > 1 {
      let missing = 4 - digits
      bits <<= UInt32(6 * missing)
      endGroup(3 - missing)
    }
  }

  private mutating func endGroup(_ count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * place))) }
    (bits, digits) = (0, 0)
  }

  private mutating func fail(_ problem: AttachmentProblem) {
    self.problem = problem
    bytes = []
  }

  /// 64 for what is no digit.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, digit) in digits.utf8.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
}
