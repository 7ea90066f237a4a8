import CCairo

/// Owner of a Cairo surface and of the context that draws on it. A surface that could not be made is one in an error
/// state, which `finish` reports.
struct SurfaceOwner: ~Copyable {
  let surface: OpaquePointer
  let context: OpaquePointer
  private let kept: [AnyObject]

  /// Takes over `surface`, a new reference.
  /// - Parameter kept: what Cairo writes to and draws with while it finishes the surface, which it does even for a
  ///   drawing that was given up.
  init(owning surface: OpaquePointer?, keeping kept: [AnyObject] = []) {
    guard let surface, let context = cairo_create(surface) else {
      preconditionFailure("Cairo returns an object even when it has no memory")
    }
    self.surface = surface
    self.context = context
    self.kept = kept
  }

  deinit {
    // Others may hold the context, and with it the surface, for longer than what is kept here.
    cairo_surface_finish(surface)
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Finishes the surface and says whether all went well. Errors of tags show in the surface's status only, and only
  /// after it is finished.
  consuming func finish() throws(DrawingError) {
    try check(cairo_status(context), "drawing")
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface), "finishing")
  }
}
