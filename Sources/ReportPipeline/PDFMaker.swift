import CairoBackend
import PDFFinisher
import Pages
import Workers

/// Makes a PDF file of a planned document: each part is set, drawn and finished on its own, by as many workers as there
/// are, and put in its place in the file. No more than the parts at hand is in memory beside the file itself.
struct PDFMaker {
  let plan: DocumentPlan
  let settings: FileSettings

  /// What is made side by side.
  private enum Piece: Sendable {
    case attached(AttachedFiles)
    case part(FinishedPart)
  }

  /// - Parameter attachments: files to carry.
  func file(carrying attachments: [Attachment], _ workers: Workers) throws -> [UInt8] {
    let finisher = PartFinisher(plan)
    let together = workers.count == 1 && plan.partPages.count == 2 ? try DrawnTogether(plan) : nil
    var assembler = PDFAssembler(plan, settings)
    var attached = AttachedFiles.none
    var failure: (any Error)?
    workers.forEach(plan.partPages.count + 1) { index in
      Result {
        index == 0
          ? .attached(AttachedFiles(attachments, date: plan.metadata.date))
          : Piece.part(try finishedPart(index - 1, finisher, together, workers))
      }
    } take: { piece in
      do {
        switch try piece.get() {
        case .attached(let files): attached = files
        case .part(let part): if failure == nil { try assembler.append(part) }
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return try assembler.finish(attached, workers)
  }

  private func finishedPart(
    _ index: Int, _ finisher: PartFinisher, _ together: DrawnTogether?, _ workers: Workers
  ) throws -> FinishedPart {
    if let together {
      return try finisher.finish(
        together.parts[index], index, drawn: together.file, from: together.firstPage(of: index))
    }
    let part = plan.part(index)
    let leading = plan.specimen.map { [$0] } ?? []
    let drawn = try CairoPDF.draw(leading + part.pages)
    // Several parts are worked on side by side already.
    let workers = plan.partPages.count == 1 ? workers : .one
    return try finisher.finish(part, index, drawn: drawn, from: leading.count, workers: workers)
  }
}

/// All parts in one file of Cairo's, for a worker alone: a file of each would repeat the fonts. What is finished of it is
/// the same.
private struct DrawnTogether: Sendable {
  let parts: [DocumentPart]
  let file: [UInt8]
  private let leading: Int

  init(_ plan: DocumentPlan) throws {
    parts = plan.partPages.indices.map { plan.part($0) }
    let specimen = plan.specimen.map { [$0] } ?? []
    leading = specimen.count
    file = try CairoPDF.draw(specimen + parts.flatMap(\.pages))
  }

  func firstPage(of index: Int) -> Int { parts[..<index].reduce(leading) { $0 + $1.pages.count } }
}
