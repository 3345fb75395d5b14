import Foundation
import Reporting

/// How the terminal on standard output takes text: its width, and colour where nobody said no
/// (no-color.org).
func terminalFormat() -> TerminalFormat {
  var size = winsize()
  let isTerminal = isatty(STDOUT_FILENO) == 1
  let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
  let colour = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  return known
    ? TerminalFormat(width: Int(size.ws_col), colour: colour)
    : TerminalFormat(colour: colour)
}
