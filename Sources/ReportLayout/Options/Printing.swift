/// What a report's pages are printed with.
public enum Printing: String, Hashable, Sendable, CaseIterable {
  case colour
  /// Black alone: text and rules are not screened, and no area is tinted.
  case black
}
