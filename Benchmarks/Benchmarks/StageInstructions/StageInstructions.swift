import CCallgrind
import Foundation
import Stages

/// Runs each stage of a scan for callgrind, which writes a file of what it counted for each. What
/// comes before the stages is not counted.
///
///     StageInstructions world           makes the world, or finds it, and prints its folder
///     StageInstructions run [NAME...]   runs libcsv alone and the stages whose names begin so,
///                                       else all; prints name, size and unit of each
@main struct StageInstructions {
  static func main() {
    // An asynchronous main gives up its thread, which callgrind 3.19 does not survive.
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      do { try await obey(CommandLine.arguments.dropFirst()) } catch {
        fail("\(error)")
      }
      isDone.signal()
    }
    isDone.wait()
  }

  private static func obey(_ arguments: ArraySlice<String>) async throws {
    switch arguments.first {
    case "world": print(try StageInputs().world.folder)
    case "run": try await run(beginnings: Array(arguments.dropFirst()))
    default: fail("StageInstructions world | run [NAME...]")
    }
  }

  private static func fail(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("\(reason)\n".utf8))
    exit(2)
  }

  private static func run(beginnings: [String]) async throws {
    let inputs = try StageInputs()
    for (place, stage) in Stage.all.enumerated()
    where place == 0 || beginnings.isEmpty || beginnings.contains(where: stage.name.hasPrefix) {
      let work = try await stage.prepare(inputs)
      // What is made on first use is not the stage's.
      let expected = try await work.run()
      callgrind_start()
      let result = try await work.run()
      callgrind_stop(stage.name)
      precondition(result == expected, "\(stage.name) does not do the same each time")
      print(stage.name, work.size, stage.unit.rawValue, separator: "\t")
    }
  }
}
