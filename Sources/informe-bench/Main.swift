import CairoBackend
import Glibc
import PDFFinisher
import Pages
import ReportIngest
import ReportLayout
import ReportModel
import TextShaping

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let d = try clock.measure(body)
  return Double(d.components.seconds) + Double(d.components.attoseconds) / 1e18
}

@main
enum Main {
  static func main() throws {
    let size = Int(CommandLine.arguments.dropFirst().first ?? "200") ?? 200
    let table = SampleTable(activities: size)
    let bytes = Array(table.text.utf8)
    var result: (reports: [Report], diagnostics: [Diagnostic])?
    let read = seconds {
      let r = ReportReader.read(bytes, file: "x.tsv", sheet: nil)
      result = (r.reports, r.diagnostics)
    }
    guard let report = result?.reports.first else { print(result as Any); return }
    var findings: [Diagnostic] = []
    let audit = seconds { findings = Audit.findings(in: report) }
    var plan: DocumentPlan?
    let shaper = TextShaper(hyphenating: .spanish)
    let layout0 = try seconds {
      plan = try ReportLayout.plan(for: report, findings: findings, options: LayoutOptions(), measuring: shaper)
    }
    guard let plan else { return }
    var parts: [DocumentPart] = []
    let layout1 = seconds { parts = plan.partPages.indices.map { plan.part($0) } }
    let leading = plan.specimen.map { [$0] } ?? []
    var drawn: [[UInt8]] = []
    let draw = try seconds { drawn = try parts.map { try CairoPDF.draw(leading + $0.pages) } }
    let finisher = PartFinisher(plan)
    var finished: [FinishedPart] = []
    let finish = try seconds {
      finished = try parts.indices.map { try finisher.finish(parts[$0], $0, drawn: drawn[$0], leading: leading.count) }
    }
    var file: [UInt8] = []
    let assemble = try seconds {
      var assembler = PDFAssembler(plan, FileSettings(creator: "bench", producer: "bench"))
      for part in finished { try assembler.append(part) }
      file = try assembler.finish()
    }
    let f = Floor(plan.document)
    var n = 0
    let floor = seconds { n = f.draw() }
    let floor2 = seconds { n = f.draw() }
    print("pages \(plan.pageCount) read \(read) audit \(audit) \(findings.count)/\(table.wrongFigures) plan \(layout0) layout \(layout1) draw \(draw) finish \(finish) assemble \(assemble) floor \(floor) \(floor2) ratio draw \(draw/floor2) layout \((layout0 + layout1)/floor2) finish \((finish + assemble)/floor2) bytes \(drawn.map(\.count).reduce(0,+)) \(file.count) floor \(n)")
  }
}
