import Foundation

/// Without links and dots.
private func wholePath(_ path: String) -> String {
  URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
}

/// Whether a path is a folder, or lies in it.
func isInside(_ path: String, of folder: String) -> Bool {
  let (place, base) = (wholePath(path), wholePath(folder))
  return place == base || place.hasPrefix(base == "/" ? base : base + "/")
}
