/// A labelled world of kommuner, assistansbolag, assistants and brukare: honest sick spells and the
/// claims that follow, and companies that cheat in named ways.
///
/// Equal plans give equal bytes. Nobody in it can be meant: personnummer are of the series for test
/// persons, organisationsnummer of a group that is not given out. One million claims take seconds;
/// memory grows with the number of assistants, not with the rows.
public struct SampleWorld: Sendable {
  public let plan: WorldPlan

  /// The plan has at least one company and one kommun, and `from` is not after `to`.
  public init(plan: WorldPlan) {
    precondition(
      plan.companies > 0 && !plan.kommuner.isEmpty, "a world needs companies and kommuner")
    precondition(plan.from <= plan.to, "a world's first day comes before its last")
    self.plan = plan
  }

  /// Writes `sjukloner.csv`, `pass.csv`, `facit/bolag.csv`, `facit/rader.csv` and the registers
  /// that the plan asks for into a folder, which is made if need be.
  ///
  /// - Throws: `WorldFileError`, `TooManyPersons`.
  @discardableResult
  public func write(toDirectory path: String) throws -> WorldSummary {
    var sink = try DirectorySink(path: path, tables: WorldTable.tables(plan))
    let summary = try write(to: &sink)
    try sink.close()
    return summary
  }

  /// Writes the tables to a sink of the caller's.
  ///
  /// - Throws: what the sink throws, `TooManyPersons`.
  @discardableResult
  public func write(to sink: inout some WorldSink & ~Copyable) throws -> WorldSummary {
    try write(to: &sink) { _, _ in }
  }

  /// The tables and the truth in memory, for worlds of some thousand claims.
  ///
  /// - Throws: `TooManyPersons`.
  public func inMemory() throws -> GeneratedWorld {
    var sink = MemorySink()
    var truth = WorldTruth()
    let summary = try write(to: &sink) { company, rows in
      truth.companies.append(company)
      truth.rows += rows
    }
    return GeneratedWorld(tables: sink.tables, truth: truth, summary: summary)
  }

  private func write(
    to sink: inout some WorldSink & ~Copyable, _ observe: (CompanyTruth, [RowTruth]) -> Void
  ) throws -> WorldSummary {
    let world = try World(plan: plan)
    var register = CaseRegister(plan: plan)
    var output = WorldOutput(plan: plan)
    output.writeHeaders()
    for index in world.companies.indices {
      var books = CompanyBooks(index, in: world)
      books.keep()
      guard !books.rows.isEmpty else { continue }
      let order = books.number(in: &register)
      for truth in try output.write(books, order: order, to: &sink) {
        observe(truth.company, truth.rows)
      }
    }
    try output.flush(to: &sink)
    return output.summary
  }
}

/// A world in memory.
public struct GeneratedWorld: Sendable {
  /// All tables, as the files would be.
  public let tables: [WorldTable: [UInt8]]
  public let truth: WorldTruth
  public let summary: WorldSummary

  public func bytes(_ table: WorldTable) -> [UInt8] { tables[table] ?? [] }
}
