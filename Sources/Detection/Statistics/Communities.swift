/// Groups of companies that links hold together: the connected components of a graph, each named by
/// its lowest member, so that no order of the links matters.
struct Communities {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (name(of: left), name(of: right))
    parents[max(left, right)] = min(left, right)
  }

  /// The lowest member of the group.
  mutating func name(of member: Int) -> Int {
    var root = member
    while parents[root] != root { root = parents[root] }
    var place = member
    while parents[place] != root { (place, parents[place]) = (parents[place], root) }
    return root
  }

  /// How many belong to each member's group.
  mutating func sizes() -> [Int] {
    var counts = [Int](repeating: 0, count: parents.count)
    let names = parents.indices.map { name(of: $0) }
    for name in names { counts[name] += 1 }
    return names.map { counts[$0] }
  }
}
