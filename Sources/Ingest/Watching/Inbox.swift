/// A folder that files arrive in, over many looks at it.
///
/// A file has arrived when two looks one after the other see it alike, and it can be opened. One
/// that changes later arrives again. There is no clock in here: who looks says how long to wait
/// between two looks.
public struct Inbox: Sendable {
  /// What a look told that those before it had not.
  public struct News: Sendable, Equatable {
    public var arrived: [InputSource] = []
    /// Files that stay as they are and can't be opened; a scan will say so too.
    public var unopened: [InputSource] = []
    /// Whether the folder's files are others than at the last scan, all of them have arrived, and
    /// none has changed for so many looks as were asked for.
    public var isDue = false
    /// The file that changed last, where a scan has waited for so long that a person should know.
    public var holdsUp: InputSource?
  }

  private struct Arrival {
    enum Stage { case waits, isUnopened, hasArrived }

    let state: FileState
    var looks = 1
    var stage = Stage.waits
  }

  private let stillLooks: Int
  private var arrivals: [String: Arrival] = [:]
  private var otherFiles: [String] = []
  private var looksWithoutChange = 0
  private var isChanged = false
  private var waitedLooks = 0
  private var lastChanged: InputSource?

  /// Looks at a file that can't be opened before that is told: whoever holds it may let it go.
  static let openingLooks = 5
  /// Looks that a scan waits for files that go on changing, beyond those of stillness, before that
  /// is told: some minutes.
  static let patientLooks = 150

  /// - Parameter stillLooks: Looks without any change after which the folder is still, at least 1.
  public init(stillLooks: Int) {
    precondition(stillLooks >= 1, "a folder is still when a look finds no change")
    self.stillLooks = stillLooks
  }

  /// Takes in one more look.
  ///
  /// - Parameter opens: Whether the file at a path can be opened; asked of files that wait.
  public mutating func see(
    _ look: InboxLook, opens: (String) -> Bool = canOpen
  ) -> News {
    let sources = look.inputs.sources
    let others = look.inputs.otherFiles + look.inputs.unfinishedFiles
    var isAlike = others == otherFiles && sources.count == arrivals.count
    var news = News()
    var seen: [String: Arrival] = [:]
    for source in sources {
      guard let state = look.states[source.name] else {
        isAlike = false
        continue
      }
      var arrival = Arrival(state: state)
      if let known = arrivals[source.name], known.state == state {
        arrival = known
        arrival.looks += 1
      } else {
        isAlike = false
        lastChanged = source
      }
      let stage = arrival.stage
      tell(of: source, &arrival, opens, in: &news)
      // What was locked at the last scan is there for the next one.
      if stage == .isUnopened, arrival.stage == .hasArrived { isAlike = false }
      seen[source.name] = arrival
    }
    (arrivals, otherFiles) = (seen, others)
    looksWithoutChange = isAlike ? looksWithoutChange + 1 : 0
    isChanged = isChanged || !isAlike
    news.isDue =
      isChanged && looksWithoutChange >= stillLooks && !sources.isEmpty
      && seen.values.allSatisfy { $0.stage != .waits }
    if news.isDue { isChanged = false }
    waitedLooks = isChanged ? waitedLooks + 1 : 0
    if waitedLooks == stillLooks + Inbox.patientLooks { news.holdsUp = lastChanged }
    return news
  }

  private func tell(
    of source: InputSource, _ arrival: inout Arrival, _ opens: (String) -> Bool,
    in news: inout News
  ) {
    guard arrival.stage != .hasArrived, arrival.looks > 1 else { return }
    if opens(source.name) {
      news.arrived.append(source)
      arrival.stage = .hasArrived
    } else if arrival.stage == .waits, arrival.looks >= Inbox.openingLooks {
      news.unopened.append(source)
      arrival.stage = .isUnopened
    }
  }

  /// The scan that was due could not be stored: it is due again when the folder has been still.
  public mutating func scanAgain() { (isChanged, looksWithoutChange) = (true, 0) }
}
