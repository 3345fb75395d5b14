/// What the format of a cell says of its number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat: Sendable, Equatable {
  case plain
  /// A day, a time of day, or both.
  case moment
  /// Hours or minutes beyond a day: `[h]:mm`.
  case span
  case percent
  /// Nothing but places for digits: `000000-0000` shows the zeros that a number does not have.
  case mask([Character])

  /// A format that every workbook has without saying so.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...22, 27...36, 45, 47, 50...58: self = .moment
    case 46: self = .span
    default: self = .plain
    }
  }

  init(code: String) {
    let shown = NumberFormat.shownLetters(code)
    if let span = shown.span, span {
      self = .span
      return
    }
    let letters = shown.letters
    if letters.contains("%") {
      self = .percent
    } else if letters.contains(where: { "ydhsYDHSmM".contains($0) }) {
      self = .moment
    } else {
      let mask = shown.mask
      let zeros = mask.count { $0 == "0" }
      let isMask = mask.allSatisfy { "0- ".contains($0) } && zeros > 1
      self = isMask ? .mask(mask) : .plain
    }
  }

  /// The first section of a code, which is for positive numbers, without what is shown as it
  /// stands, colours, conditions and places; in the mask with what is shown as it stands.
  private static func shownLetters(
    _ code: String
  ) -> (letters: [Character], mask: [Character], span: Bool?) {
    var (letters, mask, span): ([Character], [Character], Bool?) = ([], [], nil)
    var rest = Substring(code)
    while let next = rest.popFirst(), next != ";" {
      switch next {
      case "\"":
        let text = rest.prefix { $0 != "\"" }
        mask += text
        rest = rest.dropFirst(text.count + 1)
      case "\\": if let shown = rest.popFirst() { mask.append(shown) }
      case "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          span = true
        }
      default:
        letters.append(next)
        mask.append(next)
      }
    }
    // General, by the name that every version writes, has an n and an r and no day.
    return String(letters).lowercased() == "general" ? ([], [], span) : (letters, mask, span)
  }

  /// A whole number of up to so many digits in the mask's places; `nil` where it does not fit.
  static func masked(_ digits: String, _ mask: [Character]) -> String? {
    let zeros = mask.count { $0 == "0" }
    guard digits.utf8.count <= zeros, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    var left = String(repeating: "0", count: zeros - digits.utf8.count) + digits
    return String(mask.map { $0 == "0" ? left.removeFirst() : $0 })
  }
}
