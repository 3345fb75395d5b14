/// Finds the dialect of a text by its own consistency.
///
/// Method: G. van den Burg, A. Nazábal, C. Sutton, "Wrangling messy CSV files by detecting row and
/// type patterns", Data Mining and Knowledge Discovery 33 (2019), doi 10.1007/s10618-019-00646-y:
/// the text is cut by each dialect that it may have, and the one is taken under which rows are most
/// alike (pattern score) and most fields look like something (type score); the two multiply.
///
/// Two things are not as in the paper. There the pattern score is divided by the number of distinct
/// row patterns; here by their effective number (inverse Simpson concentration), so that one broken
/// row among a hundred costs 2 % and not half. And a dialect whose delimiter stands in few rows
/// only is none.
enum DialectDetection {
  /// Bytes of a file that are looked at.
  static let sampleBytes = 1 << 16

  /// Delimiters, the likelier first, with what their score is multiplied by.
  private static let delimiters: [(byte: UInt8, weight: Double)] = [
    (UInt8(ascii: ";"), 1), (UInt8(ascii: ","), 1), (0x09, 1), (UInt8(ascii: "|"), 1),
    (UInt8(ascii: ":"), 0.5), (UInt8(ascii: "^"), 0.8), (UInt8(ascii: "~"), 0.8),
    (UInt8(ascii: "#"), 0.4), (UInt8(ascii: "!"), 0.4), (UInt8(ascii: "&"), 0.4), (0x1f, 0.9),
    (0x01, 0.9), (blank, 0.4),
  ]
  /// The least share of rows that a delimiter stands in.
  private static let leastShare = 0.3
  private static let blank = UInt8(ascii: " ")
  /// Fields that most rows have at least where blanks part them.
  private static let leastBlankWidth = 4
  /// A field of unknown kind counts a little.
  private static let unknownType = 0.1

  /// The dialect of a text in UTF-8 that ends with a whole line or with the file.
  ///
  /// - Parameters:
  ///   - delimiter: What somebody said that it is; `nil` where it is to be found out.
  ///   - quote: As `delimiter`.
  static func dialect(
    of text: [UInt8], delimiter given: UInt8? = nil, quote: UInt8? = nil
  ) -> Dialect {
    var best: (dialect: Dialect, score: Double) = (Dialect(delimiter: given), 0)
    let quotes = quote.map { [$0] } ?? quotes(in: text)
    let choices = given.map { [($0, 1.0)] } ?? delimiters
    for (delimiter, weight) in choices where text.contains(delimiter) {
      for quote in quotes {
        var dialect = Dialect(delimiter: delimiter, quote: quote)
        for escapes in escapeChoices(text, quote) {
          dialect.escapesWithBackslash = escapes
          let score = weight * consistency(text, dialect)
          if score > best.score * 1.000_001 { best = (dialect, score) }
        }
      }
    }
    var dialect = best.dialect
    if dialect.delimiter == nil {
      dialect.quote = quotes.first ?? nil
      dialect.keepsEmptyLines = true
    }
    dialect.trimsBlanks = blanksBesideQuotes(text, dialect)
    return dialect
  }

  private static func quotes(in text: [UInt8]) -> [UInt8?] {
    var found: [UInt8?] = [UInt8(ascii: "\"")]
    if text.contains(UInt8(ascii: "'")) { found.append(UInt8(ascii: "'")) }
    return found
  }

  private static func escapeChoices(_ text: [UInt8], _ quote: UInt8?) -> [Bool] {
    guard let quote, text.contains(UInt8(ascii: "\\")) else { return [false] }
    let escaped = text.indices.dropLast().contains {
      text[$0] == UInt8(ascii: "\\") && text[$0 + 1] == quote
    }
    return escaped ? [false, true] : [false]
  }

  /// Whether somewhere blanks part a delimiter from a quote: then they are no part of any field.
  private static func blanksBesideQuotes(_ text: [UInt8], _ dialect: Dialect) -> Bool {
    guard let quote = dialect.quote, let delimiter = dialect.delimiter, delimiter != 0x20 else {
      return false
    }
    var follows = false
    for index in text.indices.dropLast() {
      if text[index] == delimiter {
        follows = text[index + 1] == 0x20
      } else if follows, text[index] == quote {
        return true
      } else if text[index] != 0x20 {
        follows = false
      }
    }
    return false
  }

  /// Pattern score times type score.
  private static func consistency(_ text: [UInt8], _ dialect: Dialect) -> Double {
    let batch = RecordStream(encoding: .utf8, markBytes: 0, dialect: dialect).records(in: text)
    guard batch.recordCount > 0 else { return 0 }
    var widths: [Int: Int] = [:]
    for record in 0..<batch.recordCount { widths[batch.fields(of: record).count, default: 0] += 1 }
    // Words have blanks between them: a table that has must be wide.
    let common = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
    if dialect.delimiter == blank, common?.key ?? 0 < leastBlankWidth { return 0 }
    let rows = Double(batch.recordCount)
    if Double(widths[1] ?? 0) > rows * (1 - leastShare) { return 0 }
    var (pattern, concentration) = (0.0, 0.0)
    for (width, count) in widths.sorted(by: { $0.key < $1.key }) {
      pattern += Double(count) * max(0.001, Double(width - 1)) / Double(width)
      concentration += Double(count) * Double(count) / (rows * rows)
    }
    let stray = Double(Set(batch.strayQuoteLines).count) / rows
    return pattern * concentration * typeScore(batch) * (1 - 0.5 * min(1, stray))
  }

  private static func typeScore(_ batch: RecordBatch) -> Double {
    let bytes = batch.bytes.span
    var known = 0.0
    for field in batch.fieldEnds.indices {
      let shape = CellShape(bytes.extracting(batch.byteRange(of: field)))
      known += shape == .other ? unknownType : 1
    }
    return known / Double(max(1, batch.fieldEnds.count))
  }
}
