import Configuration
import NightlyScan
import Questions
import SickPay
import Snapshot

extension QuestionRequest {
  /// Takes what earlier nights and questions have left in a folder, and leaves it for later ones.
  ///
  /// Rows that were settled as of one date and law are not used for another.
  mutating func use(_ folder: SnapshotFolder) {
    earlierReadings = folder
    guard let sources = folder.sources(inputs) else { return }
    let basis = "\(date.map(\.description) ?? "")\n\(configuration.text)"
    recallRows = { columns, withShifts in
      folder.recallRows(of: sources, basis: basis, columns: columns, withShifts: withShifts)
    }
    keepRows = { rows, refusals in
      folder.keepRows(
        rows, Question.everyColumn, of: sources, basis: basis, remarks: refusals)
    }
  }
}
