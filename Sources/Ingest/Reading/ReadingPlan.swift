/// What is to be read, and what has been: large files in segments, all else as it comes.
///
/// Tasks are handed out in the order of the sources, so that those of one file come together; the
/// result does not depend on the order in which they end.
struct ReadingPlan {
  /// One thing for one thread to do.
  struct Task: Sendable {
    fileprivate enum Work: Sendable {
      case source(InputSource)
      case segment(SegmentedFile, Int)
      /// The segments of a file put together, and the file, should it have to be read as a whole.
      case whole(SegmentedFile, InputSource)
    }

    fileprivate let source: Int
    fileprivate let work: Work
  }

  /// What came of a task.
  struct Outcome: Sendable {
    fileprivate enum Found: Sendable {
      case documents([ReadDocument])
      /// Whether the file can be read in segments.
      case segment(Bool)
    }

    fileprivate let source: Int
    fileprivate let found: Found
  }

  private let sources: [InputSource]
  private let segmentBytes: Int
  private var results: [[ReadDocument]]
  /// The files of which segments are being read, and how many are not read yet.
  private var files: [Int: (file: SegmentedFile, left: Int)] = [:]
  /// Tasks that can be begun, the next one last.
  private var ready: [Task] = []
  private var nextSource = 0

  init(_ sources: [InputSource], segmentBytes: Int) {
    (self.sources, self.segmentBytes) = (sources, segmentBytes)
    results = Array(repeating: [], count: sources.count)
  }

  /// What to do next; `nil` where nothing can be begun now.
  mutating func next() -> Task? {
    if ready.isEmpty, nextSource < sources.count {
      open(nextSource)
      nextSource += 1
    }
    return ready.popLast()
  }

  private mutating func open(_ index: Int) {
    guard let file = SegmentedFile(sources[index], segmentBytes: segmentBytes) else {
      ready = [Task(source: index, work: .source(sources[index]))]
      return
    }
    files[index] = (file, file.segmentCount)
    ready = (0..<file.segmentCount).reversed().map {
      Task(source: index, work: .segment(file, $0))
    }
  }

  mutating func take(_ outcome: Outcome) {
    let source = outcome.source
    switch outcome.found {
    case .documents(let documents): results[source] = documents
    case .segment(let isReadable):
      guard let (file, left) = files[source] else { return }
      files[source] = (file, left - 1)
      if isReadable, left > 1 { return }
      // Where one segment can't be read for itself, the others would be read in vain.
      ready.removeAll { $0.source == source }
      files[source] = nil
      ready.append(Task(source: source, work: .whole(file, sources[source])))
    }
  }

  /// The documents of all sources, in the sources' order.
  consuming func documents() -> [[ReadDocument]] { results }
}

extension ReadingPlan.Task {
  func run(_ senders: [SenderFormat], progress: (Int) -> Void) -> ReadingPlan.Outcome {
    let found: ReadingPlan.Outcome.Found
    switch work {
    case .source(let input): found = .documents(readSource(input, senders, progress: progress))
    case .segment(let file, let place):
      found = .segment(file.read(place))
      progress(file.place(of: place).count)
    case .whole(let file, let input):
      if let (report, part) = file.whole() {
        found = .documents([ReadDocument(report: report, part: part, underlagOf: nil)])
      } else {
        found = .documents(readSource(input, senders, progress: progress))
      }
    }
    return ReadingPlan.Outcome(source: source, found: found)
  }
}
