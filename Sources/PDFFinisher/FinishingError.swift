import CQPDF

/// libqpdf did not do what it was asked; always an internal error.
public struct FinishingError: Error, CustomStringConvertible {
  public let description: String
}
