import CairoBackend
import PDFFinisher
import Pages
import Workers

/// Makes a PDF file of a planned document: each part is set, drawn and finished on its own, by as many workers as there
/// are, and put in its place in the file. No more than the parts at hand is in memory beside the file itself.
struct PDFMaker {
  let plan: DocumentPlan
  let settings: FileSettings

  func file(_ workers: Workers) throws -> [UInt8] {
    let finisher = PartFinisher(plan)
    var assembler = PDFAssembler(plan, settings)
    var failure: (any Error)?
    workers.forEach(plan.partPages.count) { index in
      Result { try finishedPart(index, finisher) }
    } take: { part in
      do {
        if failure == nil { try assembler.append(part.get()) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return try assembler.finish(workers)
  }

  private func finishedPart(_ index: Int, _ finisher: PartFinisher) throws -> FinishedPart {
    let part = plan.part(index)
    let leading = plan.specimen.map { [$0] } ?? []
    let drawn = try CairoPDF.draw(leading + part.pages)
    return try finisher.finish(part, index, drawn: drawn, leading: leading.count)
  }
}
