import ArgumentParser
import Configuration
import Foundation
import Ingest
import NightlyScan
import Store

/// `vakta`: take files as they arrive in a folder, and scan it whenever it has been still.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vakta",
    abstract: "Vaktar en mapp: tar emot filer när de kommer och kör scan när det blir stilla.",
    discussion: """
      Exempel:
        sjuklonevakt vakta inkorg/ --arkiv arkiv/ --rapport rapporter/
        sjuklonevakt vakta inkorg/ --en-gång --format json > lista.json

      En fil tas emot när två blickar i rad ser den likadan: för varje fil sägs på standard fel \
      vad den förstods som, och med --arkiv sparas den genast. När mappen har varit stilla körs \
      scan på hela mappen, med samma val, och ger samma lista som en senare scan av den. Filer \
      med namn som .part, .tmp och ~$ lämnas tills de har fått sitt rätta namn.

      Ctrl-C eller SIGTERM avslutar när det som pågår är klart. Slutkoden är den senaste \
      körningens.
      """)

  @Argument(help: .named("mapp", "Mappen som filerna kommer i."))
  var inbox: String

  @Option(
    name: .customLong("stilla"), parsing: .unconditional,
    help: "Så många sekunder ska mappen ha varit oförändrad innan den skannas.")
  var stillSeconds = 30

  @Flag(
    name: [.customLong("en-gång"), .customLong("en-gang")],
    help: "Ta emot det som finns, skanna en gång och sluta.")
  var isOnce = false

  @OptionGroup var options: ScanOptions

  /// Between two looks; a file that grows has to grow within it.
  private static let mostSeconds = 2.0
  private static let fewestSeconds = 0.1

  func run() async throws {
    try check()
    options.startLog()
    try options.prepare()
    let archive = try options.archive()
    guard let first = InboxLook(folder: inbox) else {
      throw CommandFault(message: "mappen \(inbox) finns inte eller går inte att läsa")
    }
    StopRequest.listen()
    if !isOnce { writeError("Vaktar \(inbox). Ctrl-C avslutar.\n") }
    let code = try await watch(from: first, archive)
    if code != 0 { throw ExitCode(code) }
  }

  /// - Returns: The exit code of the last scan; 0 where there was none.
  private func watch(from first: InboxLook, _ archive: FileArchive?) async throws -> Int32 {
    let beat = min(max(Double(stillSeconds), Self.fewestSeconds), Self.mostSeconds)
    var files = Inbox(stillLooks: max(1, Int((Double(stillSeconds) / beat).rounded(.up))))
    var look: InboxLook? = first
    var isAway = false
    var code: Int32 = 0
    while !StopRequest.isMade {
      if (look == nil) != isAway {
        isAway.toggle()
        writeError(
          isAway ? "\(inbox) går inte att nå just nu; prövas igen\n" : "\(inbox) nås igen\n")
      }
      if let look {
        if isOnce, look.inputs.sources.isEmpty {
          throw CommandFault(message: "inga filer i \(inbox)")
        }
        let news = files.see(look)
        for source in news.arrived { try receive(source, archive) }
        for source in news.unopened { writeError(TrialReading.unopened(source) + "\n") }
        if let file = news.holdsUp { writeError(TrialReading.holdsUp(file) + "\n") }
        if news.isDue, !StopRequest.isMade {
          code = try await scan(look.inputs, &files)
          if isOnce { return code }
        }
      }
      try await Task.sleep(for: .seconds(beat))
      look = InboxLook(folder: inbox)
    }
    return code
  }

  /// Tells what was made of a file that has arrived, and keeps it.
  private func receive(_ source: InputSource, _ archive: FileArchive?) throws {
    let senders = try options.senders.read().formats
    writeError(TrialReading.arrival(of: source, senders: senders) + "\n")
    do { _ = try archive?.keep([source]) } catch {
      writeError("sjuklonevakt: \(sentence(for: error) ?? source.name)\n")
    }
  }

  /// A fault of one scan is told and does not end the watch: the next arrival may mend it.
  private func scan(_ inputs: InputList, _ files: inout Inbox) async throws -> Int32 {
    do {
      return try await options.scan(inputs) == .withRefusedFiles ? 1 : 0
    } catch {
      guard !isOnce, let fault = sentence(for: error) else { throw error }
      writeError("sjuklonevakt: \(fault)\n")
      // The database may be busy or its disk full for a while only.
      if error is StoreError { files.scanAgain() }
      return 2
    }
  }

  private func check() throws {
    try options.check()
    if stillSeconds < 0 { throw CommandFault(message: "--stilla ska vara minst 0") }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: inbox, isDirectory: &isFolder), !isFolder.boolValue {
      throw CommandFault(message: "\(inbox) är en fil; vakta tar en mapp")
    }
    // What the scan writes would come in as a new file, and be scanned, and so on.
    if let inside = options.writtenPaths.first(where: { isInside($0, of: inbox) }) {
      throw CommandFault(
        message: "\(inside) ligger i \(inbox) som vaktas; lägg det som skrivs utanför")
    }
  }
}
