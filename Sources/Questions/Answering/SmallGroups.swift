/// Which groups are shown together as one row, so that nobody can be told from it.
///
/// A row has at least five persons and two groups. That holds for what can be told by subtraction
/// too: for every choice of fewer keys (`--per kommun` beside `--per kommun,månad`, and the sum of
/// all), what is merged under one value of theirs has at least five persons and two groups, or is
/// all there is. Where it has not, the smallest group under that value is merged as well.
struct SmallGroups {
  static let fewestPersons = 5

  /// By group, ascending; empty where every group can be shown.
  private(set) var merged: [Int]
  /// Whether what is merged has enough persons to be shown as one row.
  private(set) var canShowMerged: Bool

  /// - Parameters:
  ///   - buckets: The facts of each group.
  ///   - persons: Of each fact.
  ///   - margins: For each choice of fewer keys, the groups that they put together.
  ///   - mustMerge: Whether a group may not be a row, by its number and persons.
  init(
    _ buckets: Buckets, persons: [Int32], margins: [Buckets],
    mustMerge: (_ group: Int, _ persons: Int) -> Bool
  ) {
    var counter = DistinctCount(persons)
    let sizes = (0..<buckets.count).map { counter.count(buckets[$0]) }
    var isMerged = sizes.indices.map { mustMerge($0, sizes[$0]) }
    func isEnough(_ groups: [Int]) -> Bool {
      groups.count >= 2 && counter.count(groups, of: buckets) >= SmallGroups.fewestPersons
    }
    var hasChanged = isMerged.contains(true)
    while hasChanged {
      hasChanged = false
      for margin in margins {
        for value in 0..<margin.count {
          var members = margin[value].map(Int.init).filter { isMerged[$0] }
          var others = margin[value].map(Int.init).filter { !isMerged[$0] }
            .sorted { (sizes[$0], $0) > (sizes[$1], $1) }
          while !members.isEmpty, !isEnough(members), let smallest = others.popLast() {
            isMerged[smallest] = true
            members.append(smallest)
            hasChanged = true
          }
        }
      }
    }
    merged = isMerged.indices.filter { isMerged[$0] }
    canShowMerged = isEnough(merged)
  }
}
