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
    var document: Document?
    let layout = try seconds {
      let shaper = TextShaper(hyphenating: .spanish)
      document = try ReportLayout.document(for: report, findings: findings, options: LayoutOptions(), measuring: shaper)
    }
    guard let document else { return }
    var drawn: [UInt8] = []
    let draw = try seconds { drawn = try CairoPDF.draw(document, producer: "bench") }
    let marked = MarkedDocument(document)
    var finished: [UInt8] = []
    let finish = try seconds { finished = try PDFFinisher.finish(drawn, of: marked) }
    let f = Floor(document)
    var n = 0
    let floor = seconds { n = f.draw() }
    let floor2 = seconds { n = f.draw() }
    print("pages \(document.pages.count) read \(read) audit \(audit) \(findings.count)/\(table.wrongFigures) layout \(layout) draw \(draw) finish \(finish) floor \(floor) \(floor2) ratio draw \(draw/floor2) layout \(layout/floor2) finish \(finish/floor2); bytes \(drawn.count) \(finished.count) floor \(n)")
  }
}
