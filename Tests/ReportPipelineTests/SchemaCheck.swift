@testable import ReportPipeline

/// As much of JSON Schema (2020-12) as the schemas of ours use; a keyword it does not know is a fault.
struct SchemaCheck {
  let schema: JSONValue

  /// What is wrong with a value, by places; empty for one that is right.
  func faults(_ value: JSONValue) -> [String] { faults(value, schema, at: "") }

  private static let known: Set<String> = [
    "$schema", "$defs", "title", "description", "oneOf", "anyOf", "$ref", "const", "enum", "type", "minimum", "maximum",
    "properties", "required", "additionalProperties", "items",
  ]

  private func faults(_ value: JSONValue, _ rule: JSONValue, at place: String) -> [String] {
    guard case .object(let keywords) = rule else { return [place + ": no schema"] }
    return keywords.flatMap { keyword, content -> [String] in
      guard Self.known.contains(keyword) else { return [place + ": " + keyword] }
      switch keyword {
      case "$ref": return resolved(content).map { faults(value, $0, at: place) } ?? [place + ": $ref"]
      case "oneOf", "anyOf": return choice(value, content.list ?? [], onlyOne: keyword == "oneOf", at: place)
      case "const": return value.compact == content.compact ? [] : [place + ": const"]
      case "enum": return (content.list ?? []).contains { $0.compact == value.compact } ? [] : [place + ": enum"]
      case "type": return isOf(type: content.string ?? "", value) ? [] : [place + ": " + (content.string ?? "")]
      case "minimum": return (value.integer ?? 0) >= (content.integer ?? 0) ? [] : [place + ": minimum"]
      case "maximum": return (value.integer ?? 0) <= (content.integer ?? 0) ? [] : [place + ": maximum"]
      case "items":
        return (value.list ?? []).enumerated().flatMap { faults($0.element, content, at: place + "/\($0.offset)") }
      case "properties": return members(value, content, rule["additionalProperties"], at: place)
      case "required":
        return (content.list ?? []).compactMap(\.string).filter { value[$0] == nil }.map { place + ": lacks " + $0 }
      default: return []
      }
    }
  }

  private func resolved(_ reference: JSONValue) -> JSONValue? {
    reference.string.flatMap { $0.split(separator: "/").last }.flatMap { schema["$defs"]?[String($0)] }
  }

  private func choice(_ value: JSONValue, _ rules: [JSONValue], onlyOne: Bool, at place: String) -> [String] {
    let results = rules.map { faults(value, $0, at: place) }
    let right = results.count(where: \.isEmpty)
    // The nearest miss says most.
    return right == 1 || right > 1 && !onlyOne ? [] : results.min { $0.count < $1.count } ?? [place]
  }

  private func members(_ value: JSONValue, _ rules: JSONValue, _ others: JSONValue?, at place: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.flatMap { key, member -> [String] in
      if let rule = rules[key] { return faults(member, rule, at: place + "/" + key) }
      if case .flag(false)? = others { return [place + ": unknown " + key] }
      return []
    }
  }

  private func isOf(type: String, _ value: JSONValue) -> Bool {
    switch value {
    case .null: type == "null"
    case .string: type == "string"
    case .flag: type == "boolean"
    case .elements: type == "array"
    case .object: type == "object"
    case .number(let digits): type == "number" || type == "integer" && Int(digits) != nil
    }
  }
}
