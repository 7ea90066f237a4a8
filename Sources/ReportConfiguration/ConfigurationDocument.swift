/// The text of a configuration as YAML nodes with their places.
enum ConfigurationDocument {
  /// The outermost mapping; nil when the text says nothing, or is wrong, which is then among the problems.
  static func root(_ bytes: [UInt8], _ problems: ConfigurationProblems) -> ConfigurationSection? {
    guard bytes.count <= ConfigurationReader.largest else {
      problems.report(.tooLong, at: nil)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.report(.notUTF8, at: nil)
      return nil
    }
    guard references(in: text) <= mostReferences else {
      problems.report(.tooManyReferences, at: nil)
      return nil
    }
    guard let node = node(text, problems), !node.isNothing else { return nil }
    guard case .mapping(let pairs, let mark) = node else {
      problems.report(.wrongType(expected: .mapping), at: node.mark)
      return nil
    }
    return ConfigurationSection(pairs, at: mark, known: ConfigurationKey.outermost, problems)
  }

  /// A few references (`*name`) to a few words are harmless; many to one another make a short text endless.
  private static let mostReferences = 8

  /// Asterisks that may be references: those before a name and behind white space or a bracket.
  private static func references(in text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.count { index in
      guard bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count, bytes[index + 1] > 0x20 else { return false }
      return index == 0 || " \t\n\r[{,:?-".utf8.contains(bytes[index - 1])
    }
  }

  private static func node(_ text: String, _ problems: ConfigurationProblems) -> YAMLNode? {
    do throws(YAMLFault) {
      return try YAMLReader.document(text)
    } catch {
      switch error {
      case .syntax(let problem, let mark): problems.report(.syntax(problem), at: mark)
      case .duplicateKeys(let keys, let mark):
        problems.report(.duplicateKey(keys.joined(separator: ", ")), at: mark)
      }
      return nil
    }
  }
}
