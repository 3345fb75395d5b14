import SickPay

/// The names that there are: the most alike first where one may have been meant, else all in their
/// order.
func nearest(_ name: String, among known: [String]) -> [String] {
  let folded = foldedName(name)
  let sorted = known.enumerated().map { place, other in
    (distance: editDistance(folded, foldedName(other)), place: place, name: other)
  }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.name)
  guard let alike = sorted.first(where: { mayMean(name, $0) }) else { return known }
  return [alike] + sorted.filter { $0 != alike }
}

/// Whether somebody who typed a name may have meant another: at most a third of what was typed
/// differs, or it is how the other one begins.
public func mayMean(_ typed: String, _ other: String) -> Bool {
  let (typed, other) = (foldedName(typed), foldedName(other))
  if typed.utf8.count >= fewestLetters, other.hasPrefix(typed) { return true }
  return 3 * editDistance(typed, other) <= typed.utf8.count
}

/// Fewer letters are how too many names begin.
private let fewestLetters = 3
