import Pages
import ReportModel

/// The value of one key while it is read; every reading gives nil after it has reported what is wrong.
struct ConfigurationField {
  let key: ConfigurationKey
  let node: YAMLNode
  let problems: ConfigurationProblems

  func report(_ problem: ConfigurationProblem) { problems.report(problem, at: node.mark) }

  /// A value without parts, as written: what YAML would make of `007`, `no` or `2024-01-15` does not matter.
  private func scalar(_ expected: ConfigurationValue) -> String? {
    if let text = node.text { return text }
    report(.wrongType(expected: expected))
    return nil
  }

  /// One line of text to be drawn. Words YAML takes for true and false must be in quotes: nobody's name is `true`.
  func text(longest: Int = 200) -> String? {
    guard let text = line(longest: longest) else { return nil }
    problems.texts.append(Sourced(text, at: problems.location(node.mark)))
    return text
  }

  private func line(longest: Int) -> String? {
    guard let written = scalar(.text) else { return nil }
    if case .scalar(_, isPlain: true, _) = node, ["true", "false"].contains(written) {
      report(.wrongType(expected: .text))
      return nil
    }
    let text = written.trimmed
    guard !text.unicodeScalars.contains(where: ConfigurationField.breaksLine) else {
      report(.notOneLine)
      return nil
    }
    guard text.count <= longest else {
      report(.textTooLong(text.count, longest: longest))
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// Controls and separators of lines; and the one space that fonts have no glyph for, nor HarfBuzz a substitute.
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{1680}"
    }
  }

  /// A file's name, with its place.
  func name() -> Sourced<String>? {
    line(longest: 1000).map { Sourced($0, at: problems.location(node.mark)) }
  }

  func flag() -> Bool? { choice([("true", true), ("false", false)]) }

  func whole(_ range: ClosedRange<Int>) -> Int? {
    value(.whole(range)) { Int($0) }.flatMap { number in
      if range.contains(number) { return number }
      report(.wrongValue("\(number)", expected: .whole(range)))
      return nil
    }
  }

  /// With at most three decimals, so that it is kept exactly.
  func millimetres(_ range: ClosedRange<Int>) -> Length? {
    value(.millimetres(range)) { text in
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
      guard digits, parts.count <= 2, parts.count < 2 || parts[1].utf8.count <= 3, let number = Double(text),
        number >= Double(range.lowerBound), number <= Double(range.upperBound)
      else { return nil }
      return .mm(number)
    }
  }

  /// One of a few words.
  func choice<Value>(_ choices: [(String, Value)]) -> Value? {
    let names = choices.map(\.0)
    return value(.oneOf(names)) { text in choices.first { $0.0 == text }?.1 }
  }

  /// What `parse` makes of the text; nil from it is a wrong value.
  func value<Value>(_ expected: ConfigurationValue, _ parse: (String) -> Value?) -> Value? {
    guard let text = scalar(expected) else { return nil }
    if let value = parse(text) { return value }
    report(.wrongValue(text, expected: expected))
    return nil
  }

  /// The value's parts; nil when it has none, which is a problem where `expected` says so.
  func mapping(known: [ConfigurationKey], orElse expected: ConfigurationValue? = nil) -> ConfigurationSection? {
    if case .mapping(let pairs, let mark) = node {
      return ConfigurationSection(pairs, at: mark, known: known, problems)
    }
    if let expected { report(.wrongType(expected: expected)) }
    return nil
  }

  /// Numbers of this year's activities, each with the number it had the year before, or `new`.
  func matches() -> [SettledMatch] {
    guard case .mapping(let pairs, _) = node else {
      report(.wrongType(expected: .matches))
      return []
    }
    return pairs.compactMap { pair in
      guard let current = pair.key.text, let previous = pair.value.text, !pair.value.isNothing else {
        problems.report(.wrongType(expected: .matches), at: pair.key.mark)
        return nil
      }
      return SettledMatch(current: current, previous: previous == SettledMatch.new ? nil : previous)
    }
  }

  func list() -> [ConfigurationField] {
    guard case .sequence(let items, _) = node else {
      report(.wrongType(expected: .list))
      return []
    }
    return items.map { ConfigurationField(key: key, node: $0, problems: problems) }
  }
}

extension String {
  fileprivate var trimmed: String {
    let rest = drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}

extension SettledMatch {
  /// Said in place of a number of the year before.
  static let new = "new"
}
