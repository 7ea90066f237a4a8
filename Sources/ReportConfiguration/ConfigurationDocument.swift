/// The text of a configuration as YAML nodes with their places.
enum ConfigurationDocument {
  /// The outermost mapping; nil when the text says nothing, or is wrong, which is then among the problems.
  static func root(_ bytes: [UInt8], largest: Int, _ problems: ConfigurationProblems) -> ConfigurationSection? {
    guard bytes.count <= largest else {
      problems.report(.tooLong, at: nil)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.report(.notUTF8, at: nil)
      return nil
    }
    guard let node = node(text, problems), !node.isNothing else { return nil }
    guard case .mapping(let pairs, let mark) = node else {
      problems.report(.wrongType(expected: .mapping), at: node.mark)
      return nil
    }
    return ConfigurationSection(pairs, at: mark, known: ConfigurationKey.outermost, problems)
  }

  private static func node(_ text: String, _ problems: ConfigurationProblems) -> YAMLNode? {
    do throws(YAMLFault) {
      return try YAMLReader.document(text)
    } catch {
      switch error {
      case .syntax(let problem, let mark): problems.report(.syntax(problem), at: mark)
      case .duplicateKeys(let keys, let mark):
        problems.report(.duplicateKey(keys.joined(separator: ", ")), at: mark)
      case .tooManyReferences(let mark): problems.report(.tooManyReferences, at: mark)
      }
      return nil
    }
  }
}
