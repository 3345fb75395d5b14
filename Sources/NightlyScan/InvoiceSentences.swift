import Ingest
import Reporting
import SickPay

/// Why nothing of an invoice is read.
func sentence(_ problem: InvoiceProblem) -> String {
  switch problem {
  case .tooLarge: "fakturan är större än vad programmet läser"
  case .tooMany: "filen har fler än \(IngestLimits.invoices) fakturor"
  case .tooManyEnvelopes:
    "filen har fler än \(IngestLimits.envelopes) kuvert (StandardBusinessDocument) i varandra"
  case .tooDeep: "bilagorna ligger för djupt i varandra"
  }
}

/// What an invoice is, in one line. Number and name of a sole trader are a person's, and not shown.
func summary(_ invoice: Invoice) -> String {
  let kind = invoice.isCredit ? "kreditnota" : "faktura"
  let number = invoice.number.map { " " + oneLine($0) } ?? ""
  let organisation = invoice.supplier.organisation
  let supplier =
    organisation?.isPerson == true
    ? ["enskild firma"]
    : [invoice.supplier.name.map { oneLine($0) }, organisation?.description].compactMap(\.self)
  let from = supplier.isEmpty ? "" : " från " + supplier.joined(separator: ", ")
  let payable =
    invoice.totals.payable.map { ", att betala \(swedish($0)) \(oneLine(invoice.currency))" } ?? ""
  let lines = SwedishNumbers.count(invoice.lines.count, "fakturarad", "fakturarader")
  return "\(kind)\(number)\(from)\(payable), \(lines) (\(invoice.format.rawValue))"
}

/// What a person should know of an invoice, with its place.
func sentence(_ complaint: InvoiceComplaint) -> String {
  "\(words(complaint.kind)) (\(oneLine(complaint.path)), rad \(complaint.line))"
}

private func words(_ kind: InvoiceComplaint.Kind) -> String {
  switch kind {
  case .total(let rule, let stated, let computed):
    "\(words(rule)) står som \(swedish(stated)) men blir \(swedish(computed)) "
      + "(\(rule.rawValue) i EN 16931)"
  case .swedish(let rule):
    "\(rule.rawValue): \(words(rule)) (svenska regler i Peppol BIS Billing 3.0, OpenPeppol)"
  case .unreadable: "ett tal eller ett datum går inte att läsa"
  case .missing: "uppgiften saknas"
  case .underlag(let claimed, let invoiced):
    "underlagens ärenderader blir \(swedish(claimed)) kr men fakturan \(swedish(invoiced)) kr"
  case .attachment(let name, let problem): "bilagan «\(oneLine(name))» \(words(problem))"
  }
}

private func words(_ rule: InvoiceTotalRule) -> String {
  switch rule {
  case .lines: "radernas summa"
  case .allowances: "summan av avdragen"
  case .charges: "summan av tilläggen"
  case .exclusive: "summan utan moms"
  case .tax: "momsen"
  case .inclusive: "summan med moms"
  case .payable: "beloppet att betala"
  case .rate: "momsen för en momssats"
  }
}

private func words(_ problem: AttachmentProblem) -> String {
  switch problem {
  case .encoding: "är inte riktig base64 och går inte att öppna"
  case .tooLarge: "är för stor att öppna"
  case .elsewhere: "ligger på en adress som inte hämtas; be om filen"
  }
}

private func words(_ rule: SwedishInvoiceRule) -> String {
  switch rule {
  case .vatLength: "ett svenskt momsnummer har 14 tecken"
  case .vatDigits: "ett svenskt momsnummer slutar med 12 siffror"
  case .organisationDigits: "ett organisationsnummer har bara siffror"
  case .organisationLength: "ett organisationsnummer har 10 tecken"
  case .organisationCheckDigit: "organisationsnumrets kontrollsiffra stämmer inte"
  case .approvedForFSkatt: "här ska stå «Godkänd för F-skatt»"
  case .vatRate: "momssatsen är 6, 12 eller 25 procent"
  case .plusgiroDigits: "ett plusgironummer har bara siffror"
  case .bankgiroDigits: "ett bankgironummer har bara siffror"
  case .bankgiroLength: "ett bankgironummer har 7 eller 8 siffror"
  case .plusgiroLength: "ett plusgironummer har 2 till 8 siffror"
  case .giroCode: "giro anges med betalningssätt 30 och SE:BANKGIRO eller SE:PLUSGIRO"
  case .transferCode: "betalning inom Sverige anges med betalningssätt 30"
  }
}

/// With a decimal comma.
private func swedish(_ amount: InvoiceAmount) -> String {
  amount.description.replacing(".", with: ",").replacing("-", with: "−")
}
