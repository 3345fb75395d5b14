import ArgumentParser
import Configuration
import Foundation
import Ingest
import NightlyScan
import Snapshot

/// The columns of earlier nights.
struct ColumnOptions: ParsableArguments {
  @Option(
    name: .customLong("kolumner"),
    help: """
      Mapp där lästa filers kolumner sparas, så att oförändrade filer inte läses om nästa gång. \
      Den innehåller personnummer; bara ägaren kommer åt den.
      """)
  var folder: String?

  @Flag(
    name: .customLong("kontrollera"),
    help: "Med --kolumner: jämför filernas innehåll, inte bara storlek och tid.")
  var checksContent = false

  /// `nil` where no folder is given.
  ///
  /// - Parameter inputs: What is read; nothing of it may lie in the folder, or kept columns would
  ///   be read as files, and kept.
  func open(senders: SavedSenders, reading inputs: InputList) throws -> SnapshotFolder? {
    guard let folder else {
      if checksContent { throw CommandFault(message: "--kontrollera behöver --kolumner MAPP") }
      return nil
    }
    if let source = inputs.sources.first(where: { isInside($0.name, of: folder) }) {
      throw CommandFault(
        message: "\(source.name) ligger i mappen för --kolumner; välj en mapp utanför filerna")
    }
    do throws(SnapshotFolder.Fault) {
      return try SnapshotFolder(
        folder: folder, reader: reader(senders), checksContent: checksContent,
        now: { Int64(Date().timeIntervalSince1970) })
    } catch {
      switch error {
      case .unusable(let path):
        throw CommandFault(message: "mappen \(path) går inte att använda")
      case .openToOthers(let path):
        throw CommandFault(
          message: "mappen \(path) ska bara ägaren komma åt, för där sparas personnummer; "
            + "kör chmod 700 \(path)")
      }
    }
  }

  /// What reading depends on besides the files. Another build may read otherwise, though it calls
  /// itself by the same version.
  private func reader(_ senders: SavedSenders) -> String {
    let program = URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    let status = try? FileManager.default.attributesOfItem(
      atPath: program.resolvingSymlinksInPath().path)
    let made = (status?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let size = status?[.size] as? Int ?? 0
    return "\(sjuklonevaktVersion) \(size) \(made)\n\(senders.text)"
  }
}

extension SnapshotFolder.Summary {
  /// What a person should know, one line for each file.
  var sentences: [String] {
    unusable.map { "\($0): sparade kolumner gick inte att använda; filen lästes om" }
      + notKept.map { "\($0): kolumnerna gick inte att spara; filen läses om nästa gång" }
      + (rowsAreUnusable ? ["de sparade raderna gick inte att använda; filerna lästes"] : [])
      + (rowsAreNotKept ? ["raderna gick inte att spara för nästa fråga"] : [])
  }
}
