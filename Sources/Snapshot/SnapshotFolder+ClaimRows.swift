public import Ingest
public import Ledger

extension SnapshotFolder {
  /// The sources of claim rows as they lie before they are read.
  public struct Sources: Sendable {
    let notes: [SourceNote]
  }

  private static let rowsName = "rader" + suffix

  /// `nil` where a change of some source could not be noticed: standard input, and files that have
  /// not lain still for long enough.
  public func sources(_ inputs: InputList) -> Sources? {
    var notes: [SourceNote] = []
    for source in inputs.sources {
      guard case .file(let path, let isNamed) = source, let state = SourceState(path),
        state.isStill(now())
      else { return nil }
      notes.append(SourceNote(path: path, isNamed: isNamed, state: state))
    }
    return checksContent ? nil : Sources(notes: notes)
  }

  /// The claim rows that an earlier question has left of the same sources.
  ///
  /// - Parameters:
  ///   - basis: What they depend on besides the sources and the reader.
  ///   - columns: Those that are asked for; the others come back empty.
  public func recallRows(
    of sources: Sources, basis: String, columns: Set<ClaimSchema.Column>, withShifts: Bool
  ) -> ClaimRows? {
    do throws(SnapshotProblem) {
      return try ClaimRowsFile.rows(
        at: place, of: sources.notes, basis: whole(basis), columns: columns,
        withShifts: withShifts)
    } catch {
      if error == .damaged { note { $0.summary.rowsAreUnusable = true } }
      return nil
    }
  }

  /// Keeps claim rows, unless a source has changed since.
  public func keepRows(
    _ rows: ClaimRows, _ columns: Set<ClaimSchema.Column>, of sources: Sources, basis: String
  ) {
    guard sources.notes.allSatisfy({ SourceState($0.path) == $0.state }) else { return }
    do throws(SnapshotProblem) {
      try ClaimRowsFile.write(
        rows, columns, of: sources.notes, basis: whole(basis), to: place)
    } catch { note { $0.summary.rowsAreNotKept = true } }
  }

  private var place: String { "\(folder)/\(SnapshotFolder.rowsName)" }

  private func whole(_ basis: String) -> String {
    let text = "\(reader)\n\(basis)"
    return String(Section.bytes(Array(text.utf8)).withBytes { checksum($0) }, radix: 16)
  }
}
