/// Names for files that come from a stranger's: never a path, never hidden, never one that some system treats specially.
enum SafeName {
  /// The names made safe, each different from the others even where capitals do not count.
  static func names(for names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let safe = safe(name)
      var candidate = safe
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = numbered(safe, number)
        number += 1
      }
      return candidate
    }
  }

  static func safe(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    var safe = ""
    for scalar in last.unicodeScalars { safe.unicodeScalars.append(isHarmless(scalar) ? scalar : "_") }
    // Hidden files on Unix, parent folders anywhere; Windows drops dots and spaces at the end.
    while let first = safe.first, first == "." || first == " " { safe.removeFirst() }
    while let last = safe.last, last == "." || last == " " { safe.removeLast() }
    safe = shortened(safe)
    return safe.isEmpty || isDevice(safe) ? "archivo" + (safe.isEmpty ? "" : "-" + safe) : safe
  }

  /// No control or direction marks, which make a name read otherwise than it is, and nothing Windows forbids.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
    default: !"<>:\"|?*".unicodeScalars.contains(scalar)
    }
  }

  /// Windows takes these for devices, with any ending.
  private static func isDevice(_ name: String) -> Bool {
    let stem = (name.split(separator: ".").first ?? "").uppercased()
    let numbered = stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.last?.isNumber == true
    return ["CON", "PRN", "AUX", "NUL"].contains(stem) || numbered
  }

  /// File systems hold 255 bytes; room is left for a number and a temporary ending.
  private static let longest = 200

  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    let (stem, ending) = parts(name)
    var short = stem
    let room = max(1, longest - min(ending.utf8.count, 20))
    while short.utf8.count > room { short.removeLast() }
    return short + (ending.utf8.count > 20 ? "" : ending)
  }

  private static func numbered(_ name: String, _ number: Int) -> String {
    let (stem, ending) = parts(name)
    return "\(stem)-\(number)\(ending)"
  }

  /// The name's stem, and its ending with the dot.
  private static func parts(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
