public import ReportModel

/// JSON Schema (2020-12) of the three things this program writes as JSON: the model (`informe model`), and the data that
/// reports and volumes carry (`datos.json`). No other key is allowed anywhere.
public enum ModelSchema {
  public static func text(_ language: Language) -> [UInt8] { schema(language).lines }

  /// Model and data have the same shapes, but for what is unknown: null in the one, left out of the other.
  private enum Form: String, CaseIterable {
    case model
    case data

    func reference(_ name: String) -> JSONValue { ModelSchema.reference("\(rawValue)-\(name)") }
  }

  static func schema(_ language: Language) -> JSONValue {
    let shapes = Form.allCases.flatMap { form in
      ModelShape.named.map { ("\(form.rawValue)-\($0.name)", schema($0.shape, form, language)) }
    }
    return .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "informe"),
      ("oneOf", .array(["model", "datos", "tomo"], reference)),
      (
        "$defs",
        .object(
          [
            ("model", model(language)),
            ("datos", data(CanonicalData.reportFormat, "report", .named("report"), language)),
            (
              "tomo",
              data(
                CanonicalData.volumeFormat, "areas",
                .list(of: .object([.init("name", .text), .init("report", .named("report"))])), language)
            ),
          ] + shapes)
      ),
    ])
  }

  private static func reference(_ name: String) -> JSONValue { .object([("$ref", .string("#/$defs/\(name)"))]) }

  private static func model(_ language: Language) -> JSONValue {
    let shape = ModelShape.object([
      .init("reports", .list(of: .named("report"))), .init("diagnostics", .list(of: ModelShape.diagnostic)),
    ])
    return schema(shape, .model, language)
  }

  private static func data(_ format: String, _ key: String, _ shape: ModelShape, _ language: Language) -> JSONValue {
    .object([
      ("type", "object"),
      (
        "properties",
        .object([
          ("format", .object([("const", .string(format))])),
          ("version", .object([("const", JSONValue(CanonicalData.version))])), (key, schema(shape, .data, language)),
        ])
      ),
      ("required", .array(["format", "version", key]) { .string($0) }), ("additionalProperties", .flag(false)),
    ])
  }

  private static func schema(_ shape: ModelShape, _ form: Form, _ language: Language) -> JSONValue {
    switch shape {
    case .text: .object([("type", "string")])
    case .number: .object([("type", "number")])
    case .integer(let least, let most):
      .object(
        [("type", "integer"), ("minimum", JSONValue(least))] + (most.map { [("maximum", JSONValue($0))] } ?? []))
    case .oneOf(let words): .object([("enum", .array(words) { .string($0) })])
    case .list(let shape): .object([("type", "array"), ("items", schema(shape, form, language))])
    case .nullable(let shape):
      .object([("anyOf", .array([schema(shape, form, language), .object([("type", "null")])]) { $0 })])
    case .named(let name): form.reference(name)
    case .object(let members): object(members, form, language)
    }
  }

  private static func object(_ members: [ModelShape.Member], _ form: Form, _ language: Language) -> JSONValue {
    let properties = members.map { member -> (String, JSONValue) in
      let shape = form == .model && member.isOptional ? ModelShape.nullable(member.shape) : member.shape
      guard let words = member.words, case .object(let rules) = schema(shape, form, language) else {
        return (member.key, schema(shape, form, language))
      }
      return (member.key, .object([("description", .string(words[language]))] + rules))
    }
    let required = members.filter { form == .model || !$0.isOptional }
    return .object([
      ("type", "object"), ("properties", .object(properties)),
      ("required", .array(required) { .string($0.key) }), ("additionalProperties", .flag(false)),
    ])
  }
}
