import CRsvg
import Glibc

/// librsvg, loaded when the first SVG is met: with Pango, GLib and a dozen more behind it, it would add 1 to 2.5 ms to
/// every start of the program, most of which have no SVG to draw (measured with `perf stat`, Debian 12).
struct SVGLibrary: Sendable {
  typealias Handle = OpaquePointer
  typealias Failure = UnsafeMutableRawPointer

  let open: @convention(c) @Sendable (UnsafePointer<UInt8>?, UInt, Failure?) -> Handle?
  let setResolution: @convention(c) @Sendable (Handle, Double) -> Void
  let sizeInPixels:
    @convention(c) @Sendable (Handle, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Int32
  let dimensions:
    @convention(c) @Sendable (
      Handle, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<RsvgLength>, UnsafeMutablePointer<Int32>,
      UnsafeMutablePointer<RsvgLength>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<RsvgRectangle>
    ) -> Void
  let render: @convention(c) @Sendable (Handle, OpaquePointer, UnsafePointer<RsvgRectangle>, Failure?) -> Int32
  let release: @convention(c) @Sendable (Handle) -> Void

  /// nil where it is not installed.
  static let shared = SVGLibrary()

  private init?() {
    guard let library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL) else { return nil }
    guard let open = dlsym(library, "rsvg_handle_new_from_data"),
      let setResolution = dlsym(library, "rsvg_handle_set_dpi"),
      let sizeInPixels = dlsym(library, "rsvg_handle_get_intrinsic_size_in_pixels"),
      let dimensions = dlsym(library, "rsvg_handle_get_intrinsic_dimensions"),
      let render = dlsym(library, "rsvg_handle_render_document"), let release = dlsym(library, "g_object_unref")
    else { return nil }
    self.open = unsafeBitCast(open, to: type(of: self.open))
    self.setResolution = unsafeBitCast(setResolution, to: type(of: self.setResolution))
    self.sizeInPixels = unsafeBitCast(sizeInPixels, to: type(of: self.sizeInPixels))
    self.dimensions = unsafeBitCast(dimensions, to: type(of: self.dimensions))
    self.render = unsafeBitCast(render, to: type(of: self.render))
    self.release = unsafeBitCast(release, to: type(of: self.release))
  }
}
