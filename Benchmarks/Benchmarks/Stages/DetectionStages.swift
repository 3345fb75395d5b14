import Detection
import Foundation
import Ingest
import Ledger
import NightlyScan
import Reporting
import Secrecy
import Store

extension Stage {
  static let ofDetection: [Stage] =
    [evidence] + RuleFamily.all.map(rules) + [statistics, ranking, wholeScan]

  private static let evidence = Stage(name: "evidence", unit: .rows) { inputs in
    let ledger = await inputs.ledger()
    return Work(size: inputs.rows) {
      withExtendedLifetime(await inputs.evidence(ledger)) { ledger.claims.count }
    }
  }

  private static func rules(_ family: RuleFamily) -> Stage {
    Stage(name: "rules - \(family.name)", unit: .rows) { inputs in
      let evidence = await inputs.evidence()
      return Work(size: inputs.rows) {
        family.rules.reduce(0) { $0 + $1.evaluate(evidence).findings.count }
      }
    }
  }

  private static let statistics = Stage(name: "statistics", unit: .rows) { inputs in
    let companies = Companies(await inputs.ledger())
    return Work(size: inputs.rows) {
      Catalogue.indicators.reduce(0) { $0 + $1.compare(companies).count { $0 != nil } }
    }
  }

  private static let ranking = Stage(
    name: "rules, statistics and ranking", unit: .rows
  ) { inputs in
    let ledger = await inputs.ledger()
    return Work(size: inputs.rows) {
      await detect(
        ledger, names: inputs.names, rulebook: inputs.configuration.rulebook,
        settings: inputs.configuration.settings
      ).companies.count
    }
  }

  private static let wholeScan = Stage(name: "whole scan, stored", unit: .rows) { inputs in
    let pseudonyms = Pseudonyms(key: PseudonymKey())
    return Work(size: inputs.rows) {
      let database = NSTemporaryDirectory() + "sjuklonevakt-stage-\(UUID().uuidString).sqlite"
      defer {
        for suffix in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: database + suffix)
        }
      }
      let request = ScanRequest(
        inputs: InputList(paths: [inputs.world.claimsFile, inputs.world.shiftsFile]),
        configuration: inputs.configuration, pseudonyms: pseudonyms, date: nil, threads: 1)
      let report = try await NightlyScan.run(request)
      try ScanStore(path: database).save(report, storedAt: Date(timeIntervalSince1970: 0))
      precondition(report.ingestion.rows == inputs.rows, "the scan lost rows")
      return report.ingestion.rows
    }
  }
}
