import Detection
import Ledger

extension Stage {
  static let ofColumns: [Stage] = [
    Stage(name: "sorting", unit: .rows) { inputs in
      let shifts = LedgerPart(joining: await inputs.parts()).shifts
      let keys = (0..<shifts.count).map { row in
        UInt64(shifts[.assistent, row].cell) << 32
          | UInt64(UInt32(bitPattern: shifts[.start, row].cell))
      }
      return Work(size: keys.count) { sortedOrder(keys).count }
    },
    Stage(name: "columns", unit: .rows) { inputs in
      let parts = await inputs.parts()
      return Work(size: inputs.rows) { inputs.ledger(parts).shifts.count }
    },
    Stage(name: "profiles", unit: .rows) { inputs in
      let ledger = await inputs.ledger()
      return Work(size: inputs.rows) { Companies(ledger).summaries.count }
    },
  ]
}
