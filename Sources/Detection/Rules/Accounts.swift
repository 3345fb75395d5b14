import Ledger
import SickPay

/// The accounts of claims and payments as they compare: `123-4567` and `bg 1234567` are one,
/// `pg 1234567` is another.
struct Accounts {
  /// What each account is called, by its number.
  private(set) var names: [String] = []
  /// By text id; −1 for texts that name no account.
  private var numbers: [Int32]

  init(_ ledger: Ledger) {
    let texts = ledger.dictionaries.texts
    numbers = Array(repeating: -1, count: texts.count)
    var known: [String: Int32] = [:]
    let columns = [
      ledger.claims.column(.account), ledger.registers.payments.column(.account),
    ]
    for text in columns.joined() where text != absentCell && numbers[Int(text)] < 0 {
      let name = Accounts.name(texts[TextID(cell: text)])
      if known[name] == nil {
        known[name] = Int32(names.count)
        names.append(name)
      }
      numbers[Int(text)] = known[name] ?? -1
    }
  }

  /// The account of a text that stands in one of the columns.
  func number(_ text: TextID) -> Int { Int(numbers[text.index]) }

  /// The digits, after `pg` for a plusgiro, whose numbers are of a series of their own; the text as
  /// it stands where it has none.
  private static func name(_ text: String) -> String {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if digits.isEmpty { return text }
    return text.first { !$0.isWhitespace }?.lowercased() == "p" ? "pg" + digits : digits
  }
}

extension Ledger {
  /// The payments of a claim row: of its ärende, and of its invoice where both name one.
  func paymentRows(of claim: Int) -> [Int] {
    let invoice = claims.value(.invoiceNumber, claim)
    return registers.paymentRows(claims[.kommun, claim], claims[.arende, claim]).filter { payment in
      let paid = registers.payments.value(.invoiceNumber, payment)
      return registers.payments[.amount, payment] > .zero
        && (invoice == nil || paid == nil || invoice == paid)
    }
  }
}
