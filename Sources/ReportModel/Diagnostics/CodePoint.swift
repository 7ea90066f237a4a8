extension Unicode.Scalar {
  /// As messages name a character that cannot be seen: `U+00AD` (The Unicode Standard, appendix A).
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
