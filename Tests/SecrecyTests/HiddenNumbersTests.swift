import Secrecy
import Testing

struct HiddenNumbersTests {
  private let twelve = "198001019804"
  private var ten: String { String(twelve.dropFirst(2)) }
  private func signed(_ digits: String) -> String { digits.dropLast(4) + "-" + digits.suffix(4) }

  @Test func `a person's number is called by something else, however it is written`() {
    for number in [twelve, ten, signed(twelve), signed(ten)] {
      let text = "Sjuk \(number), mars"
      #expect(text.hidingPersonNumbers { _ in "B-1" } == "Sjuk B-1, mars", "\(number.count)")
    }
  }

  @Test func `it is told by its digits, without the sign`() {
    var told: [String] = []
    _ = "\(signed(twelve))/\(ten)".hidingPersonNumbers { digits in
      told.append(digits)
      return ""
    }
    #expect(told == [twelve, ten])
  }

  @Test func `other numbers stay as they are`() {
    let wrong = twelve.dropLast() + (twelve.hasSuffix("0") ? "1" : "0")
    let texts = [
      "", "Ä-2025-0042", "F1234567", "20250304-1", String(wrong), "1\(twelve)", "\(twelve)1",
      "2025-03-04", "455000001-2", "åäö 12", "\(ten)-77",
    ]
    for text in texts.dropLast() { #expect(text.hidingPersonNumbers { _ in "x" } == text) }
    #expect(texts[10].hidingPersonNumbers { _ in "x" } == "x-77")
  }
}
