import CCairo

/// Cairo or FreeType did not do what it was asked; always an internal error.
public struct DrawingError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  init(_ status: cairo_status_t, _ what: String) {
    let words = cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
    description = "\(what): \(words)"
  }
}

/// Throws unless Cairo says success.
func check(_ status: cairo_status_t, _ what: @autoclosure () -> String) throws(DrawingError) {
  guard status == CAIRO_STATUS_SUCCESS else { throw DrawingError(status, what()) }
}
