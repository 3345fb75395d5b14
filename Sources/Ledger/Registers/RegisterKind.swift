/// The optional registers beside the two tables, by the names that people know them by.
public enum RegisterKind: String, CaseIterable, Sendable {
  case permits = "tillstånd.csv"
  case decisions = "beslut.csv"
  case workedTime = "tid.csv"
  case wages = "löner.csv"
  case companies = "bolag.csv"
  case payments = "betalningar.csv"
  case outcomes = "utfall.csv"
}
