import ReportModel

/// One mapping of the configuration while it is read.
struct ConfigurationSection {
  private let entries: [ConfigurationKey: YAMLNode]
  private let place: YAMLNode.Mark
  private let problems: ConfigurationProblems

  /// Reports every key that is not among `known`.
  init(
    _ pairs: [(key: YAMLNode, value: YAMLNode)], at place: YAMLNode.Mark, known: [ConfigurationKey],
    _ problems: ConfigurationProblems
  ) {
    var entries: [ConfigurationKey: YAMLNode] = [:]
    for (key, value) in pairs {
      let written = key.text ?? ""
      guard let match = ConfigurationKey(rawValue: written), known.contains(match) else {
        let meant = ConfigurationKey.suggestion(for: written, among: known)
        problems.report(.unknownKey(written, meant: meant, known: known), at: key.mark)
        continue
      }
      if !value.isNothing {
        entries[match] = value
      } else if match == .accent {
        problems.report(.hiddenColor, at: key.mark)
      }
    }
    self.entries = entries
    self.problems = problems
    self.place = place
  }

  /// nil when the key is not there, or has nothing behind it.
  func field(_ key: ConfigurationKey) -> ConfigurationField? {
    entries[key].map { ConfigurationField(key: key, node: $0, problems: problems) }
  }

  func required(_ key: ConfigurationKey) -> ConfigurationField? {
    let field = field(key)
    if field == nil { report(.missingKey(key)) }
    return field
  }

  func text(_ key: ConfigurationKey, longest: Int = 200) -> String? { field(key)?.text(longest: longest) }

  func section(_ key: ConfigurationKey, known: [ConfigurationKey]) -> ConfigurationSection? {
    field(key)?.mapping(known: known, orElse: .mapping)
  }

  func list(_ key: ConfigurationKey) -> [ConfigurationField] { field(key)?.list() ?? [] }

  func report(_ problem: ConfigurationProblem) { problems.report(problem, at: place) }
}
