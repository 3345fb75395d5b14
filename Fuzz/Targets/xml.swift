import Doors
import Foundation

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  readThroughDoor(Data(bytes: start, count: count), file: fuzzedFile)
  return 0
}
