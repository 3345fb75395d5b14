/// Why the key file could not be used; facts only, the command writes the sentences.
public struct KeyFileError: Error, Equatable, Sendable {
  public let path: String
  public let problem: Problem

  public enum Problem: Error, Equatable, Sendable {
    /// The system's error number (`errno`).
    case cannotRead(errno: Int32)
    /// The system's error number (`errno`).
    case cannotMake(errno: Int32)
    /// A folder, a device or a pipe.
    case notAFile
    /// Group or others may read, write or run the file; its permission bits.
    case openToOthers(mode: UInt32)
    /// How many bytes of text there are, without white space around; 64 are right.
    case wrongLength(bytes: Int)
    case notHexadecimal
  }
}
