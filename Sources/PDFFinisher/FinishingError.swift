/// A file could not be finished, or is not as it must be; always an internal error.
public struct FinishingError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Throws unless `condition` holds.
func require(_ condition: Bool, _ words: @autoclosure () -> String) throws(FinishingError) {
  guard condition else { throw FinishingError(words()) }
}
