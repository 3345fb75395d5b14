/// Which of many tests survive control of the false discovery rate.
///
/// The step-up procedure of Benjamini & Hochberg, J. R. Statist. Soc. B 57 (1995) 289,
/// doi:10.1111/j.2517-6161.1995.tb02031.x. Result in the order of `pValues`.
///
/// - Parameter level: The expected share of false discoveries, 0…1.
func survivors(of pValues: [Double], level: Double) -> [Bool] {
  let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  let count = Double(pValues.count)
  let last = order.indices.last { rank in
    pValues[order[rank]] <= Double(rank + 1) / count * level
  }
  var survives = Array(repeating: false, count: pValues.count)
  if let last { for rank in 0...last { survives[order[rank]] = true } }
  return survives
}
