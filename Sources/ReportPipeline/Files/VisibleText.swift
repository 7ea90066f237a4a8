extension String {
  /// Fit for one line of a terminal or a log, whoever wrote it: characters that would move the cursor, end the line, or turn
  /// the direction of what follows are shown as `\n`, `\u{1B}` and the like, bytes that are no UTF-8 as `\xF1`.
  public var visible: String {
    guard unicodeScalars.contains(where: VisibleText.isHidden) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if VisibleText.isHidden(scalar) {
        text += VisibleText.notation(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

private enum VisibleText {
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x20..<0x7F: false
    // Marks and overrides of direction (Unicode UAX 9), separators, tags that nobody sees.
    case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: SystemPath.isByte(scalar)
    }
  }

  static func notation(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where SystemPath.isByte(scalar):
      "\\x" + String(UInt8(truncatingIfNeeded: scalar.value), radix: 16, uppercase: true)
    default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
}
