import Pages

/// Meets `TextMeasuring` with HarfBuzz and the embedded fonts.
public final class TextShaper: Sendable {
  public init() {}
}
