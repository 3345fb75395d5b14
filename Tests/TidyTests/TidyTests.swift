import Testing

/// Style that can be checked.
struct TidyTests {
  @Test(arguments: Rule.all)
  func `the package keeps the rule`(_ rule: Rule) {
    let violations = SourceFile.all.flatMap(rule.check)
    #expect(
      violations.isEmpty,
      Comment(rawValue: violations.map(\.description).joined(separator: "\n")))
  }

  @Test func `the files that are checked are those of the package`() {
    let targets = Set(SourceFile.all.map(\.target))
    #expect(targets.isSuperset(of: ["SickPay", "Ledger", "sjuklonevakt", "TidyTests"]))
    #expect(SourceFile.all.contains { $0.path == "Package.swift" })
    #expect(!SourceFile.all.contains { $0.path.contains("/.") })
  }
}

/// Each rule finds what it is there to find, and says where.
struct RuleTests {
  private func violations(
    _ rule: Rule, _ text: String, path: String = "Sources/Ledger/Invented.swift"
  ) -> [String] {
    rule.check(SourceFile(path: path, text: text)).map { "\($0.path):\($0.line)" }
  }

  private func places(_ lines: Int...) -> [String] {
    lines.map { "Sources/Ledger/Invented.swift:\($0)" }
  }

  @Test func `a name with å is found, in code and in an interpolation`() {
    #expect(violations(.asciiNames, "let a = 1\nlet år = 2\n") == places(2))
    #expect(violations(.asciiNames, #"let a = "x \(år) y""#) == places(1))
    #expect(violations(.asciiNames, "let `år` = 2\n") == places(1))
  }

  @Test(arguments: [
    "// år", "/* år /* ö */ å */ let a = 1", #"let a = "år \(b) ö""#, ##"let a = #"å"ä\(ö)"#"##,
    "let a = \"\"\"\n  år \"å\" \\\"\"\" ö\n  \"\"\"", "@Test func `ett år`() {}",
    #"let a = "\(f("å", b))ä""#,
  ])
  func `å may stand in comments, strings and raw identifiers`(_ text: String) {
    #expect(violations(.asciiNames, text).isEmpty)
  }

  @Test func `a line of 101 columns is found, one of 100 is not`() {
    let columns = Rule.columns
    let line = String(repeating: "å", count: columns)
    #expect(violations(.shortLines, "\(line)\n//\n\(line)a\n") == places(3))
  }

  @Test func `a file of 401 lines is found, one of 400 is not`() {
    let lines = String(repeating: "//\n", count: Rule.linesPerFile)
    #expect(violations(.shortFiles, lines).isEmpty)
    #expect(violations(.shortFiles, lines + "//\n") == places(401))
  }

  @Test(arguments: [
    "func f(_ g: () -> Void = {})", "init?(a: [Int])", "deinit", "subscript(a: Int)",
  ])
  func `a function of 71 lines is found, one of 70 is not`(_ head: String) {
    func function(_ lines: Int) -> String {
      let body = String(repeating: "    if true { a(\"}\") }\n", count: lines - 2)
      return "struct A {\n  \(head) {\n\(body)  }\n}\n"
    }
    #expect(violations(.shortFunctions, function(Rule.linesPerFunction)).isEmpty)
    #expect(violations(.shortFunctions, function(Rule.linesPerFunction + 1)) == places(2))
  }

  @Test func `a requirement of a protocol and a call of an initializer are no functions`() {
    let lines = String(repeating: "  var a: Int { 1 }\n", count: 80)
    let requirement = "protocol P {\n  func f(a: Int) -> Int\n\(lines)}\n"
    #expect(violations(.shortFunctions, requirement).isEmpty)
    let call = "struct S {\n  let a = A.init(1)\n\(lines)}\n"
    #expect(violations(.shortFunctions, call).isEmpty)
  }

  @Test(arguments: ["Utils", "Helpers", "CommonTypes", "ScanManager", "String+Util"])
  func `a file name that says nothing is found`(_ name: String) {
    let path = "Sources/Ledger/\(name).swift"
    #expect(violations(.tellingFileNames, "", path: path) == ["\(path):1"])
  }

  @Test(arguments: ["TO" + "DO", "FIX" + "ME", "X" + "XX"])
  func `a reminder is found, also in a comment`(_ word: String) {
    #expect(violations(.nothingLeftToDo, "let a = 1\n// \(word): later\n") == places(2))
    #expect(violations(.nothingLeftToDo, "// \(word)S are other words, A\(word) too\n").isEmpty)
  }

  @Test(arguments: [
    ("Ledger", "import GRDB"), ("NightlyScan", "public import GRDB"), ("Reporting", "import Yams"),
    ("NightlyScan", "import ArgumentParser"), ("Ledger", "internal import CLibCSV"),
    ("SickPay", "import Foundation"), ("Ledger", "import struct FoundationEssentials.URL"),
    ("Detection", "import Foundation"), ("Detection", "@preconcurrency import Ingest"),
    ("Ledger", "import Ingest"), ("Ledger", "import Detection"), ("Detection", "import Store"),
  ])
  func `an import that the target may not have is found`(_ target: String, _ line: String) {
    let path = "Sources/\(target)/Invented.swift"
    #expect(violations(.imports, "import SickPay\n\(line)\n", path: path) == ["\(path):2"])
  }

  @Test(arguments: [
    ("Store", "import GRDB"), ("Configuration", "import Yams"), ("Ingest", "import CLibCSV"),
    ("sjuklonevakt", "public import ArgumentParser"), ("Reporting", "import Foundation"),
    ("Detection", "// import Ingest"), ("Detection", "public import Ledger"),
  ])
  func `an import that the target may have is not`(_ target: String, _ line: String) {
    #expect(violations(.imports, line, path: "Sources/\(target)/Invented.swift").isEmpty)
  }

  @Test(arguments: [
    ("Ledger", "let a = try! f()"), ("sjuklonevakt", "let a = b as! Int"),
    ("Store", "fatalError(\"\")"), ("NightlyScan", "print(a)"), ("Ingest", "let now = Date()"),
    ("SickPay", "let a = Date.now"), ("Reporting", "let e = ProcessInfo.processInfo"),
    ("Configuration", "FileManager.default"), ("Secrecy", "let a = Date()"),
    ("SampleWorld", "FileManager.default"), ("Detection", "SystemRandomNumberGenerator()"),
  ])
  func `a banned spelling is found`(_ target: String, _ line: String) {
    let path = "Sources/\(target)/Invented.swift"
    #expect(violations(.bannedSpellings, "let a = 1\n\(line)\n", path: path) == ["\(path):2"])
  }

  @Test(arguments: [
    ("Sources/sjuklonevakt/A.swift", "print(a)"), ("Sources/sjuklonevakt/A.swift", "Date()"),
    ("Sources/Secrecy/A.swift", "FileManager.default"), ("Sources/Ledger/A.swift", "// try! f()"),
    ("Sources/Ledger/A.swift", "blueprint(a)"), ("Sources/Ledger/A.swift", "let a = \"as!\""),
    ("Sources/SampleWorld/Tables/DirectorySink.swift", "fopen(a, b)"),
    ("Tests/LedgerTests/A.swift", "let a = try! f()"),
  ])
  func `a spelling that is not banned there is not`(_ path: String, _ line: String) {
    #expect(violations(.bannedSpellings, line, path: path).isEmpty)
  }
}
