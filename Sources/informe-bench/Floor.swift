import CCairo
import Fonts
import Pages

/// The least that Cairo can take for a document's ink: the same pages from ready-made arguments, straight through its C
/// calls. No layout, no marks, no links, no metadata, no finishing.
///
/// Everything is turned into Cairo's arguments beforehand; `draw` only calls.
final class Floor {
  private enum Call {
    case color(Double, Double, Double)
    case font(OpaquePointer)
    case text(utf8: [CChar], glyphs: [cairo_glyph_t], clusters: [cairo_text_cluster_t])
    case move(Double, Double)
    case line(Double, Double)
    case curve(Double, Double, Double, Double, Double, Double)
    case rectangle(Double, Double, Double, Double)
    case close
    case fill(preserve: Bool)
    case stroke(width: Double, dashes: [Double])
    case showPage
  }

  private var calls: [Call] = []
  private var color: Color?
  private var faces: [FontFace: OpaquePointer] = [:]
  private var fonts: [FontKey: OpaquePointer] = [:]
  private var library: FT_Library?
  private let size: Size

  private struct FontKey: Hashable {
    let face: FontFace
    let size: Double
  }

  init(_ document: Document) {
    size = document.pages[0].size
    FT_Init_FreeType(&library)
    for page in document.pages {
      color = nil
      var font: OpaquePointer?
      for placed in page.items {
        switch placed.item {
        case .text(let line): add(line, &font)
        case .shape(let shape): add(shape)
        // The sample has no logos.
        case .image: break
        }
      }
      calls.append(.showPage)
    }
  }

  /// The bytes Cairo writes, counted and dropped.
  func draw() -> Int {
    final class Counter { var bytes = 0 }
    let counter = Counter()
    let write: cairo_write_func_t = { closure, _, count in
      if let closure { Unmanaged<Counter>.fromOpaque(closure).takeUnretainedValue().bytes += Int(count) }
      return CAIRO_STATUS_SUCCESS
    }
    let surface = cairo_pdf_surface_create_for_stream(
      write, Unmanaged.passUnretained(counter).toOpaque(), size.width.points, size.height.points)
    let context = cairo_create(surface)
    if let context { for call in calls { Floor.perform(call, context) } }
    cairo_destroy(context)
    cairo_surface_finish(surface)
    precondition(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "the floor itself does not draw")
    cairo_surface_destroy(surface)
    return counter.bytes
  }

  private static func perform(_ call: Call, _ context: OpaquePointer) {
    switch call {
    case .color(let r, let g, let b): cairo_set_source_rgb(context, r, g, b)
    case .font(let font): cairo_set_scaled_font(context, font)
    case .text(let utf8, let glyphs, let clusters):
      cairo_show_text_glyphs(
        context, utf8, Int32(utf8.count - 1), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
        cairo_text_cluster_flags_t(rawValue: 0))
    case .move(let x, let y): cairo_move_to(context, x, y)
    case .line(let x, let y): cairo_line_to(context, x, y)
    case .curve(let a, let b, let c, let d, let e, let f): cairo_curve_to(context, a, b, c, d, e, f)
    case .rectangle(let x, let y, let w, let h): cairo_rectangle(context, x, y, w, h)
    case .close: cairo_close_path(context)
    case .fill(let preserve): if preserve { cairo_fill_preserve(context) } else { cairo_fill(context) }
    case .stroke(let width, let dashes):
      cairo_set_line_width(context, width)
      cairo_set_dash(context, dashes, Int32(dashes.count), 0)
      cairo_stroke(context)
    case .showPage: cairo_show_page(context)
    }
  }
}

// Arguments made ready
extension Floor {
  private func add(_ new: Color) {
    guard new != color else { return }
    color = new
    calls.append(.color(Double(new.red) / 255, Double(new.green) / 255, Double(new.blue) / 255))
  }

  private func add(_ line: TextLine, _ current: inout OpaquePointer?) {
    guard let face = line.pieces.first?.face else { return }
    add(line.color)
    let font = font(face, line.size.points)
    if font != current { calls.append(.font(font)) }
    current = font
    var (utf8, glyphs, clusters): ([CChar], [cairo_glyph_t], [cairo_text_cluster_t]) = ([], [], [])
    var x = line.origin.x.points
    let (y, size) = (line.origin.y.points, line.size.points)
    for piece in line.pieces {
      utf8 += piece.text.utf8.map { CChar(bitPattern: $0) }
      for glyph in piece.glyphs {
        glyphs.append(
          cairo_glyph_t(index: UInt(glyph.id), x: x + Double(glyph.dx) * size, y: y + Double(glyph.dy) * size))
        if glyph.utf8Count > 0 || clusters.isEmpty {
          clusters.append(cairo_text_cluster_t(num_bytes: Int32(glyph.utf8Count), num_glyphs: 1))
        } else {
          clusters[clusters.count - 1].num_glyphs += 1
        }
        x += Double(glyph.advance) * size
      }
    }
    calls.append(.text(utf8: utf8 + [0], glyphs: glyphs, clusters: clusters))
  }

  private func add(_ shape: Shape) {
    for element in shape.path.elements {
      switch element {
      case .move(let p): calls.append(.move(p.x.points, p.y.points))
      case .line(let p): calls.append(.line(p.x.points, p.y.points))
      case .curve(let a, let b, let c):
        calls.append(.curve(a.x.points, a.y.points, b.x.points, b.y.points, c.x.points, c.y.points))
      case .close: calls.append(.close)
      case .rect(let r): calls.append(.rectangle(r.minX.points, r.minY.points, r.width.points, r.height.points))
      }
    }
    if let fill = shape.fill {
      add(fill)
      calls.append(.fill(preserve: shape.stroke != nil))
    }
    if let stroke = shape.stroke {
      add(stroke.color)
      calls.append(.stroke(width: stroke.width.points, dashes: stroke.dashes.map(\.points)))
    }
  }

  private func font(_ face: FontFace, _ size: Double) -> OpaquePointer {
    let key = FontKey(face: face, size: size)
    if let font = fonts[key] { return font }
    var (scale, identity) = (cairo_matrix_t(), cairo_matrix_t())
    cairo_matrix_init_scale(&scale, size, size)
    cairo_matrix_init_identity(&identity)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    defer { cairo_font_options_destroy(options) }
    guard let font = cairo_scaled_font_create(open(face), &scale, &identity, options) else {
      preconditionFailure("the floor has no font")
    }
    fonts[key] = font
    return font
  }

  private func open(_ face: FontFace) -> OpaquePointer? {
    if let open = faces[face] { return open }
    let file = embeddedFont(UInt32(face.rawValue)).pointee
    var freeType: FT_Face?
    FT_New_Memory_Face(library, file.bytes, FT_Long(file.size), 0, &freeType)
    let open = cairo_ft_font_face_create_for_ft_face(freeType, Int32(FT_LOAD_NO_HINTING))
    faces[face] = open
    return open
  }
}
