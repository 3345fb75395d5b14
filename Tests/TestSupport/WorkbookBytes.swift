public import Foundation

/// The smallest workbook with some sheets, each given by the markup of its rows.
public struct WorkbookBytes {
  public var sheets: [(name: String, rows: String)]
  /// The attributes of `workbookPr`, as `date1904="1"`.
  public var properties = ""
  /// Texts that cells share, each as the inside of an `si`.
  public var texts: [String] = []
  /// Format codes by style, from style 1; style 0 is the plain one.
  public var formats: [String] = []
  /// Attributes of sheets, by their place.
  public var sheetAttributes: [Int: String] = [:]
  /// Targets from the top of the archive, and not from the workbook's folder.
  public var hasAbsoluteTargets = false
  /// ISO's namespaces in place of ECMA's.
  public var isStrict = false
  /// What stands after the rows of each sheet.
  public var afterRows = ""

  public init(_ rows: String) { sheets = [("Blad1", rows)] }

  public init(sheets: [(name: String, rows: String)]) { self.sheets = sheets }

  private var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }

  private var references: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  public var zip: ZipBytes {
    let folder = hasAbsoluteTargets ? "/xl/" : ""
    let listed = sheets.indices.map { place in
      "<sheet name=\"\(sheets[place].name)\" sheetId=\"\(place + 1)\" r:id=\"s\(place)\" "
        + "\(sheetAttributes[place] ?? "")/>"
    }
    var related = sheets.indices.map { relationship("s\($0)", "worksheet", "\(folder)s\($0).xml") }
    related.append(relationship("t", "sharedStrings", "\(folder)texts.xml"))
    related.append(relationship("f", "styles", "\(folder)styles.xml"))
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return ZipBytes(
      [
        part("[Content_Types].xml", "<Types/>"),
        part("_rels/.rels", relationships([relationship("w", "officeDocument", "xl/book.xml")])),
        part(
          "xl/book.xml",
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(references)\"><workbookPr \(properties)/>"
            + "<sheets>\(listed.joined())</sheets></workbook>"),
        part("xl/_rels/book.xml.rels", relationships(related)),
        part(
          "xl/texts.xml",
          "<sst xmlns=\"\(main)\">\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
        part(
          "xl/styles.xml",
          "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs>"
            + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "\(styles.joined())</cellXfs></styleSheet>"),
      ]
        + sheets.enumerated().map { place, sheet in
          part(
            "xl/s\(place).xml",
            "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData>\(afterRows)"
              + "</worksheet>")
        })
  }

  public var data: Data { zip.data }

  private func part(_ name: String, _ text: String) -> ZipBytes.Entry {
    ZipBytes.Entry(name, "<?xml version=\"1.0\"?>\n" + text)
  }

  private func relationship(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(references)/\(kind)\" Target=\"\(target)\"/>"
  }

  private func relationships(_ list: [String]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + list.joined() + "</Relationships>"
  }
}
