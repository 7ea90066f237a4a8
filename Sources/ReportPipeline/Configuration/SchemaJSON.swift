import ReportConfiguration
public import ReportModel

/// `informe.yml` as JSON Schema (2020-12), for editors that complete and check what is written.
public enum SchemaJSON {
  public static func text(_ language: Language) -> [UInt8] {
    guard case .object(let members) = schema(.mapping(ConfigurationSchema.entries), language) else { return [] }
    return JSONValue.object(
      [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(ConfigurationFile.name)),
      ] + members
    ).lines
  }

  static func schema(_ shape: ConfigurationShape, _ language: Language) -> JSONValue {
    switch shape {
    case .text(let longest):
      .object([("type", types(["string", "number"])), ("maxLength", JSONValue(longest))])
    case .flag: .object([("type", "boolean")])
    case .number(let range, let isWhole):
      .object([
        ("type", isWhole ? "integer" : "number"), ("minimum", JSONValue(range.lowerBound)),
        ("maximum", JSONValue(range.upperBound)),
      ])
    case .oneOf(let words): .object([("enum", types(words))])
    case .form(let pattern): .object([("type", "string"), ("pattern", .string(pattern))])
    case .list(let shape): .object([("type", "array"), ("items", schema(shape, language))])
    case .either(let shapes): .object([("anyOf", .array(shapes) { schema($0, language) })])
    case .mapping(let entries): mapping(entries, language)
    case .pairs: .object([("type", "object"), ("additionalProperties", schema(.text(longest: 1000), language))])
    }
  }

  private static func types(_ words: [String]) -> JSONValue { .array(words) { .string($0) } }

  private static func mapping(_ entries: [ConfigurationEntry], _ language: Language) -> JSONValue {
    let properties = entries.map { entry -> (String, JSONValue) in
      guard case .object(let members) = schema(entry.shape, language) else { return (entry.key, nil) }
      return (entry.key, .object([("description", .string(entry.words[language]))] + members))
    }
    return .object([
      ("type", "object"), ("properties", .object(properties)), ("additionalProperties", .flag(false)),
      ("required", types(entries.filter(\.isRequired).map(\.key))),
    ])
  }
}
