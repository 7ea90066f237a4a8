import CairoBackend
import PDFFinisher
import Pages
import Workers

/// Makes a PDF file of a planned document, as a stream: while one section is finished, the next is drawn and the one after
/// that laid out. No more than a few sections are in memory beside the file itself, and what comes out does not depend on
/// who is faster, for they stay in order.
struct PDFMaker {
  let plan: DocumentPlan
  let settings: FileSettings

  private enum Drawn: Sendable {
    /// A section, and what Cairo wrote for each of its pages.
    case section(DocumentSection, [[UInt8]])
    /// What Cairo wrote after the last.
    case end([UInt8])
  }

  func file(carrying attached: AttachedFiles) throws -> [UInt8] {
    let sections = BoundedQueue<DocumentSection>(capacity: 4)
    let drawn = BoundedQueue<Result<Drawn, DrawingError>>(capacity: 4)
    let plan = plan
    sections.fill { put in
      for index in plan.sectionPages.indices where !put(plan.section(index)) { return }
    }
    drawn.fill { put in
      do throws(DrawingError) {
        try PDFMaker.draw(sections) { put(.success($0)) }
      } catch {
        _ = put(.failure(error))
      }
    }
    defer {
      drawn.close()
      sections.close()
    }
    return try finish(drawn, attached)
  }

  private static func draw(
    _ sections: BoundedQueue<DocumentSection>, _ put: (Drawn) -> Bool
  ) throws(DrawingError) {
    var drawing = try CairoPDF()
    while let section = sections.next() {
      var pages: [[UInt8]] = []
      for page in section.pages { pages.append(try drawing.draw(page)) }
      guard put(.section(section, pages)) else { return }
    }
    _ = put(.end(try drawing.finish()))
  }

  private func finish(
    _ drawn: BoundedQueue<Result<Drawn, DrawingError>>, _ attached: AttachedFiles
  ) throws -> [UInt8] {
    var assembler = PDFAssembler(plan, settings)
    while let next = drawn.next() {
      switch try next.get() {
      case .section(let section, let pages): try assembler.append(section, drawn: pages)
      case .end(let bytes): return try assembler.finish(drawn: bytes, attached)
      }
    }
    throw RenderFailure.broken("the drawing ended before its last page")
  }
}
