import SickPay

/// The names that there are, the most alike first; alike ones in their order.
func nearest(_ name: String, among known: [String]) -> [String] {
  let folded = foldedName(name)
  return known.enumerated().map { place, other in
    (distance: editDistance(folded, foldedName(other)), place: place, name: other)
  }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.name)
}
