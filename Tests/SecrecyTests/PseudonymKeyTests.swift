import Foundation
import Testing

@testable import Secrecy

struct PseudonymKeyTests {
  static let text = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

  @Test func `a key file is made once, by the owner alone, and then read`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/nyckel"
    let made = try PseudonymKey(file: path)
    let read = try PseudonymKey(file: path)
    #expect(made.hexadecimal == read.hexadecimal)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == made.hexadecimal + "\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["nyckel"])
  }

  @Test func `two new keys differ`() {
    #expect(PseudonymKey().hexadecimal != PseudonymKey().hexadecimal)
    #expect(PseudonymKey().hexadecimal.utf8.count == 64)
  }

  @Test func `many that make the file at the same time get the same key`() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/nyckel"
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<32 { group.addTask { try PseudonymKey(file: path).hexadecimal } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["nyckel"])
  }

  @Test(arguments: [text, text.uppercased(), " \(text)\r\n", text + "\n\n"])
  func `case and space around do not matter`(_ content: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("nyckel", content)
    #expect(try PseudonymKey(file: path).hexadecimal == Self.text)
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o644, 0o777, 0o610])
  func `a file that others may use is refused by its mode`(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("nyckel", Self.text, mode: mode)
    let error = KeyFileError(path: path, problem: .openToOthers(mode: UInt32(mode)))
    #expect(throws: error) { try PseudonymKey(file: path) }
  }

  @Test(
    arguments: [
      ("", .wrongLength(bytes: 0)), ("00", .wrongLength(bytes: 2)),
      (String(text.dropLast()), .wrongLength(bytes: 63)), (text + "0", .wrongLength(bytes: 65)),
      (text.dropLast() + "g", .notHexadecimal), (text.dropLast(2) + "å", .notHexadecimal),
      (text.dropLast() + "-", .notHexadecimal),
    ] as [(String, KeyFileError.Problem)])
  func `what is no key is refused`(_ content: String, _ problem: KeyFileError.Problem) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("nyckel", content)
    #expect(throws: KeyFileError(path: path, problem: problem)) { try PseudonymKey(file: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
  }

  @Test func `a folder and a missing folder are named as such`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KeyFileError(path: folder.path, problem: .notAFile)) {
      try PseudonymKey(file: folder.path)
    }
    let path = "\(folder.path)/saknas/nyckel"
    #expect(throws: KeyFileError(path: path, problem: .cannotMake(errno: ENOENT))) {
      try PseudonymKey(file: path)
    }
  }

  @Test func `a fingerprint tells keys apart and holds nothing of them`() throws {
    let key = try PseudonymKey(hexadecimal: Self.text)
    let other = PseudonymKey()
    #expect(key.fingerprint == (try PseudonymKey(hexadecimal: Self.text)).fingerprint)
    #expect(key.fingerprint != other.fingerprint)
    #expect(key.fingerprint.count == 16 && !Self.text.contains(key.fingerprint))
  }
}
