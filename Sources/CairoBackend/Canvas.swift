import CCairo
import Pages

/// Draws items on a Cairo context; the few verbs pages need. Remembers colour and font, so that they are set only when
/// they change.
final class Canvas {
  private let context: OpaquePointer
  private let fonts: Fontbook
  private let images = CairoImages()
  private var color: Color?
  private var font: OpaquePointer?
  private var isShaded = false
  private var text = TextArguments()

  /// Takes its own reference to `context`.
  init(_ context: OpaquePointer, _ fonts: Fontbook) {
    self.context = cairo_reference(context)
    self.fonts = fonts
  }

  deinit { cairo_destroy(context) }

  func draw(_ item: Item) throws(DrawingError) {
    switch item {
    case .text(let line): try draw(line)
    case .shape(let shape): draw(shape)
    case .image(let placed): try images.draw(placed, on: context)
    }
  }

  /// Forgets colour and font, with neither of which a new page starts, and draws its ground.
  func newPage(of size: Size) {
    color = nil
    font = nil
    isShaded = false
    // In whole points, as Cairo counts its areas.
    let (width, height) = (size.width.points.rounded(.up), size.height.points.rounded(.up))
    draw(Shape(.rect(Rect(x: .zero, y: .zero, width: .pt(width), height: .pt(height))), fill: .white))
  }

  /// What follows is drawn in the other shade, for whoever finishes the file to see where it begins.
  func newRun() {
    color = nil
    isShaded.toggle()
  }

  private func set(_ new: Color) {
    guard new != color else { return }
    color = new
    let parts = [new.red, new.green, new.blue].map { ContentShade.encoded($0, isShaded: isShaded) }
    cairo_set_source_rgb(context, parts[0], parts[1], parts[2])
  }
}

// Text
extension Canvas {
  /// The whole line in one call for each change of font, with its text, so that it extracts as it reads.
  private func draw(_ line: TextLine) throws(DrawingError) {
    set(line.color)
    // To a hundredth of a point, a tenth of what the finest printer can place: longer numbers only make larger files.
    var x = (line.origin.x.points * 100).rounded() / 100
    let y = (line.origin.y.points * 100).rounded() / 100
    text.removeAll()
    var symbolFont: SymbolFont?
    for piece in line.pieces {
      if piece.text == " ", let symbolFont {
        // Cairo leaves out calls that ink nothing: a space alone between two signs would be lost to who extracts the text.
        text.append(piece, as: symbolFont.spaceGlyph, at: &x, y: y, size: line.size.points)
      } else if piece.isOfOneFont {
        symbolFont = nil
        try use(piece.face.rawValue, line.size)
        try text.append(piece, at: &x, y: y, size: line.size.points)
      } else {
        for run in piece.fontRuns {
          try use(run.symbolFont?.rawValue ?? piece.face.rawValue, line.size)
          try text.append(piece, run, at: &x, y: y, size: line.size.points)
          symbolFont = run.symbolFont
        }
      }
    }
    text.show(on: context)
  }

  /// Shows what is gathered before another font is taken.
  private func use(_ number: UInt8, _ size: Length) throws(DrawingError) {
    let font = try fonts.font(number: number, size)
    guard font != self.font else { return }
    text.show(on: context)
    text.removeAll()
    self.font = font
    cairo_set_scaled_font(context, font)
  }
}

// Shapes
extension Canvas {
  private func draw(_ shape: Shape) {
    for element in shape.path.elements { add(element) }
    if let fill = shape.fill {
      set(fill)
      if shape.stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke = shape.stroke {
      set(stroke.color)
      cairo_set_line_width(context, stroke.width.points)
      cairo_set_dash(context, stroke.dashes.map(\.points), Int32(stroke.dashes.count), 0)
      cairo_stroke(context)
    }
    if shape.fill == nil, shape.stroke == nil { cairo_new_path(context) }
  }

  private func add(_ element: Path.Element) {
    switch element {
    case .move(let p): cairo_move_to(context, p.x.points, p.y.points)
    case .line(let p): cairo_line_to(context, p.x.points, p.y.points)
    case .curve(let a, let b, let c):
      cairo_curve_to(context, a.x.points, a.y.points, b.x.points, b.y.points, c.x.points, c.y.points)
    case .close: cairo_close_path(context)
    case .rect(let r):
      cairo_rectangle(context, r.minX.points, r.minY.points, r.width.points, r.height.points)
    }
  }
}
