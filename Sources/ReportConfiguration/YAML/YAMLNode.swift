/// What stands at a place of a YAML text. Plain values are texts as they are written: that `no` is false to YAML, or `1e3`
/// a thousand, decides nothing here.
enum YAMLNode {
  /// Line and column, counted from 1.
  struct Mark {
    let line: Int
    let column: Int
  }

  case scalar(String, isPlain: Bool, Mark)
  case sequence([YAMLNode], Mark)
  case mapping([(key: YAMLNode, value: YAMLNode)], Mark)

  var mark: Mark {
    switch self {
    case .scalar(_, _, let mark), .sequence(_, let mark), .mapping(_, let mark): mark
    }
  }

  /// Of a scalar; nil for anything else.
  var text: String? {
    if case .scalar(let text, _, _) = self { return text }
    return nil
  }

  /// A key with nothing behind it: the same as no key.
  var isNothing: Bool {
    guard case .scalar(let text, isPlain: true, _) = self else { return false }
    return ["", "~", "null"].contains(text)
  }
}
