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
    case parts([FinishedPart])
  }

  /// - Parameter attachments: files to carry.
  func file(carrying attachments: [Attachment], _ workers: Workers) throws -> [UInt8] {
    // A worker alone draws both halves of a short report in one file, for a file of each would repeat the fonts. What is
    // finished of it is the same.
    workers.count == 1 && plan.partPages.count == 2
      ? try together(attachments) : try sideBySide(attachments, workers)
  }

  private func together(_ attachments: [Attachment]) throws -> [UInt8] {
    var assembler = PDFAssembler(plan, settings)
    for part in try finished(plan.partPages.indices, PartFinisher(plan), .one) { try assembler.append(part) }
    return try assembler.finish(AttachedFiles(attachments, date: plan.metadata.date))
  }

  private func sideBySide(_ attachments: [Attachment], _ workers: Workers) throws -> [UInt8] {
    let finisher = PartFinisher(plan)
    var assembler = PDFAssembler(plan, settings)
    var attached = AttachedFiles.none
    var failure: (any Error)?
    // The pages of an only part are shared out, too; several parts are worked on side by side already.
    let within = plan.partPages.count == 1 ? workers : .one
    workers.forEach(plan.partPages.count + 1) { index in
      Result {
        index == 0
          ? .attached(AttachedFiles(attachments, date: plan.metadata.date))
          : Piece.parts(try finished(index - 1..<index, finisher, within))
      }
    } take: { piece in
      do {
        switch try piece.get() {
        case .attached(let files): attached = files
        case .parts(let parts): if failure == nil { for part in parts { try assembler.append(part) } }
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return try assembler.finish(attached, workers)
  }

  /// Some parts, drawn in one file of Cairo's.
  private func finished(_ range: Range<Int>, _ finisher: PartFinisher, _ workers: Workers) throws -> [FinishedPart] {
    let parts = range.map { plan.part($0) }
    let leading = plan.specimen.map { [$0] } ?? []
    let drawn = try CairoPDF.draw(leading + parts.flatMap(\.pages))
    return try finisher.finish(parts, range.lowerBound, drawn: drawn, leading: leading.count, workers: workers)
  }
}
