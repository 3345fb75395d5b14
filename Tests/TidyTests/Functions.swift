/// The lines, by index, of each function, initializer, deinitializer and subscript that has a body:
/// from its keyword to its closing brace. One inside of another counts in both.
func functions(in file: SourceFile) -> [Range<Int>] {
  let tokens = file.code.enumerated().flatMap { line, text in
    words(text).map { Token(text: $0, line: line) }
  }
  return tokens.indices.compactMap { start in
    guard isFunction(tokens, start), let end = endOfBody(tokens, after: start) else { return nil }
    return tokens[start].line..<tokens[end].line + 1
  }
}

private struct Token {
  let text: Substring
  let line: Int
}

/// Names and single signs.
private func words(_ line: Substring) -> [Substring] {
  var words: [Substring] = []
  var rest = line.utf8
  while let first = rest.first {
    let length = rest.prefix(while: isPartOfName).count
    if first != UInt8(ascii: " ") { words.append(Substring(rest.prefix(max(1, length)))) }
    rest = rest.dropFirst(max(1, length))
  }
  return words
}

private func isFunction(_ tokens: [Token], _ index: Int) -> Bool {
  let before = index > 0 ? tokens[index - 1].text : ""
  switch tokens[index].text {
  case "func", "deinit": return true
  // Not the call `self.init(…)`, `.init(…)`.
  case "init", "subscript": return before != "."
  default: return false
  }
}

/// The token that closes the body; `nil` where there is none, as in a protocol.
private func endOfBody(_ tokens: [Token], after start: Int) -> Int? {
  var parentheses = 0
  var braces = 0
  for index in tokens.indices[(start + 1)...] {
    switch tokens[index].text {
    case "(", "[": parentheses += 1
    case ")", "]": parentheses -= 1
    case "{" where braces > 0 || parentheses == 0: braces += 1
    case "}" where braces > 0:
      braces -= 1
      if braces == 0 { return index }
    case "}" where parentheses <= 0: return nil
    case "func", "var", "let", "init", "deinit", "subscript", "static", "associatedtype", "struct",
      "enum", "class", "extension", "protocol":
      if braces == 0, parentheses == 0 { return nil }
    default: break
    }
  }
  return nil
}
