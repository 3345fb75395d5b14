import SickPay

/// Every day that a table can hold, written out once: `2025-05-06`.
struct DayText {
  private let first: Int32
  private let text: [UInt8]

  /// From thirty years before the plan, when the oldest employments began, to the last agreed end.
  init(plan: WorldPlan) {
    first = plan.firstNumber - 30 * 366
    var text: [UInt8] = []
    for number in first...plan.lastNumber + Int32(plan.days) + 600 {
      text += Array(Day(number: number).description.utf8)
    }
    self.text = text
  }

  func write(_ day: Int32, to writer: inout ByteWriter) {
    let offset = Int(day - first) * 10
    writer.bytes(text[offset..<offset + 10])
  }

  /// `2025-05-06 20:00`
  func write(minute: Int32, to writer: inout ByteWriter) {
    write(WallMinute.day(minute), to: &writer)
    writer.byte(UInt8(ascii: " "))
    let time = minute % 1440
    writer.digits(UInt64(time / 60), width: 2)
    writer.byte(UInt8(ascii: ":"))
    writer.digits(UInt64(time % 60), width: 2)
  }
}
