/// The report for a person at a terminal: `writeList` for all companies, `writeCompany` for one.
///
/// Swedish, as wide as asked for, and without colour unless asked for.
public struct TerminalFormat: Sendable {
  /// Below this the columns of numbers would break.
  public static let leastWidth = 80

  /// Characters a line.
  public let width: Int
  public let hasColour: Bool

  /// - Parameters:
  ///   - width: characters a line; taken as `leastWidth` when less.
  ///   - colour: whether to use ANSI colours.
  public init(width: Int = 100, colour: Bool = false) {
    self.width = max(width, TerminalFormat.leastWidth)
    hasColour = colour
  }

  var emptyPage: TerminalPage { TerminalPage(width: width, hasColour: hasColour) }
}
