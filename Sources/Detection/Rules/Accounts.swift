import Ledger
import SickPay

/// Payout accounts as they compare: by their digits, so that `123-4567` and `bg 1234567` are one.
struct Accounts {
  private let texts: TextDictionary
  private var keys: [TextID: String] = [:]

  init(_ ledger: Ledger) { texts = ledger.dictionaries.texts }

  /// Digits alone; the text as it stands where it has none.
  mutating func key(_ text: TextID) -> String {
    if let key = keys[text] { return key }
    let digits = texts[text].filter { $0.isASCII && $0.isNumber }
    let key = digits.isEmpty ? texts[text] : digits
    keys[text] = key
    return key
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
