import Yams

/// The text of a configuration as YAML nodes with their places.
enum ConfigurationDocument {
  /// The outermost mapping; nil when the text says nothing, or is wrong, which is then among the problems.
  static func root(_ bytes: [UInt8], _ problems: ConfigurationProblems) -> Node.Mapping? {
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
    guard case .mapping(let mapping) = node else {
      problems.report(.wrongType(expected: .mapping), at: node.mark)
      return nil
    }
    return mapping
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

  /// Encoding and meaning of plain values are given, so that neither the environment nor YAML's guesses ("no" is false)
  /// decide anything.
  private static func node(_ text: String, _ problems: ConfigurationProblems) -> Node? {
    do {
      return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      problems.report(.duplicateKey(keys.joined(separator: ", ")), at: context.mark)
    } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _)
    {
      problems.report(.syntax(problem), at: mark)
    } catch YamlError.reader(let problem, _, _, _) {
      problems.report(.syntax(problem), at: nil)
    } catch {
      problems.report(.syntax(String(describing: error)), at: nil)
    }
    return nil
  }
}

extension Node {
  /// A key with nothing behind it: the same as no key.
  var isNothing: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}
