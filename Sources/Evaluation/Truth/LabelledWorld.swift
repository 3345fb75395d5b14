public import Detection
import Foundation
import Ingest
public import Ledger
public import SampleWorld
public import SickPay

/// A ledger and what is true of its rows and companies.
public struct LabelledWorld: Sendable {
  public let ledger: Ledger
  public let truth: Truth
  /// Claim rows long; `nil` for a row with nothing wrong.
  public let labels: [Truth.Label?]
  /// Claim rows long: whether a review finds something to correct, which is whatever is false, and
  /// a mistake that costs kronor.
  public let isToCorrect: [Bool]

  public init(_ ledger: Ledger, truth: Truth) {
    self.ledger = ledger
    self.truth = truth
    let keys = (0..<ledger.claims.count).map(ledger.key(of:))
    labels = keys.map { truth.labels[$0] }
    isToCorrect = zip(keys, labels).map { key, label in
      if case .scheme = label { true } else { truth.overclaimed.contains(key) }
    }
  }

  /// Writes a world to a folder of its own, reads it and removes it again.
  ///
  /// - Throws: What writing the world throws.
  public init(
    _ plan: WorldPlan, windowMonths: Int, law: LawTable, threads: Int
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sjuklonevakt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try SampleWorld(plan: plan).write(toDirectory: folder.path)
    let truthFolder = folder.appendingPathComponent("facit").path
    let truth = try Truth(folder: truthFolder)
    let tables = InputList(paths: [folder.path]).sources.filter {
      !$0.name.hasPrefix(truthFolder)
    }
    var ingestion = await Ingestion.read(tables, threads: threads)
    self.init(
      Ledger(
        parts: ingestion.takeParts(), date: nil, windowMonths: windowMonths, law: law.sickPeriod),
      truth: truth)
  }
}

extension Ledger {
  /// The companies ranked, and every finding. Persons are called by their place in the ledger.
  public func scan(
    _ rulebook: Rulebook, _ settings: DetectionSettings
  ) async -> ScanResult {
    let dictionaries = dictionaries
    let names = Names(
      assistent: { "assistent \($0.index)" },
      company: { "bolag \(dictionaries.number($0))" })
    return await detect(self, names: names, rulebook: rulebook, settings: settings)
  }

  fileprivate func key(of claim: Int) -> Truth.RowKey {
    let texts = dictionaries.texts
    return Truth.RowKey(
      kommun: claims[.kommun, claim].description, arende: texts[claims[.arende, claim]],
      invoice: claims.value(.invoiceNumber, claim).map { texts[$0] } ?? "",
      assistent: dictionaries.persons.clearText(claims[.assistent, claim]),
      brukare: dictionaries.persons.clearText(claims[.brukare, claim]),
      sickFrom: claims[.sickFrom, claim].description)
  }
}
