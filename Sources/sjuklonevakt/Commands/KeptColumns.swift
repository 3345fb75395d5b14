import Configuration
import Ingest
import NightlyScan
import Questions
import SickPay
import Snapshot

extension QuestionRequest {
  /// Takes what earlier nights and questions have left in a folder, and leaves rows for later
  /// questions.
  ///
  /// Rows that were settled as of one date and law are not used for another.
  mutating func use(_ folder: SnapshotFolder) {
    earlierReadings = Recalling(folder: folder)
    guard let sources = folder.sources(inputs) else { return }
    let basis = "\(date.map(\.description) ?? "")\n\(configuration.text)"
    recallRows = { columns, withShifts in
      folder.recallRows(of: sources, basis: basis, columns: columns, withShifts: withShifts)
    }
    keepRows = { rows in
      folder.keepRows(rows, Question.everyColumn, of: sources, basis: basis)
    }
  }
}

/// The columns that scans have left, to which a question adds none: the next scan alone knows which
/// of them are still of use.
private struct Recalling: EarlierReadings {
  let folder: SnapshotFolder

  func recall(_ source: InputSource) -> [ReadDocument]? { folder.recall(source) }

  func keep(_ documents: [ReadDocument], of source: InputSource) {}
}
