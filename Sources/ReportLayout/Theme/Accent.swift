public import Pages

extension Ink {
  /// The standard inks with another accent; the grounds are its palest shades, as pale as the standard ones are.
  init(accent: Color) {
    self.accent = accent
    tint = accent.mixed(0.09, into: paper)
    faintTint = accent.mixed(0.045, into: paper)
  }
}

extension LayoutOptions {
  /// Contrast of an accent with the paper it stands on, as text.
  public static func contrast(ofAccent color: Color) -> Double { color.contrast(with: Ink().paper) }

  /// What text needs (WCAG 2.1, 1.4.3).
  public static let leastAccentContrast = 4.5
}

extension Color {
  /// So large a share of this colour, the rest of another.
  fileprivate func mixed(_ share: Double, into other: Color) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt32 { UInt32((Double(a) * share + Double(b) * (1 - share)).rounded()) }
    return Color(mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }
}
