/// Why a document in XML can't be read, and where.
public struct MarkupFault: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable, CaseIterable {
    /// Not well-formed (W3C, Extensible Markup Language 1.0).
    case syntax, invalidCharacter, mismatchedTag, repeatedAttribute, undefinedEntity
    case unboundPrefix, afterTheEnd, encoding
    /// The declared encoding is another than that of the mark before it (XML 1.0, 4.3.3).
    case contraryEncoding
    /// The document ends before its root element does.
    case truncated
    /// There is no element.
    case noElement
    /// A DOCTYPE, which could declare entities and name other files. It is never read.
    case documentType
    /// Beyond one of `MarkupLimits`.
    case tooDeep, tooManyAttributes, tooManyNames, tooLong
    case outOfMemory
  }

  public let kind: Kind
  /// From 1.
  public let line: Int32
  public let column: Int32
}

/// What a document in XML may hold at the most. Beyond it the document is refused with its place.
public struct MarkupLimits: Sendable {
  /// Elements inside of each other.
  public static let depth = 100
  /// Attributes of one element.
  public static let attributes = 128
  /// Different names of elements and attributes in one document.
  public static let distinctNames = 1024
  /// Bytes of one tag, comment or processing instruction.
  public static let tagBytes = 1 << 20

  /// Bytes of one text between two tags.
  var textBytes = 1 << 20
}
