import CairoBackend
import Glibc
import PDFReading
import ReportConfiguration
import ReportIngest
import ReportModel
import Spreadsheets
import TestArchives

// Runs libFuzzer over the readers. One mutated input is read to the end; whatever it says, reading must neither crash nor
// give reports together with an error.
//
// `INFORME_FUZZ` names what the input stands for: a `configuration`, a `picture` (SVG, PNG or JPEG), a `pdf` to be verified
// and to give its files back, the sheet of a `form` to be filled in; or a part of a spreadsheet (`sheet.xml`, `strings.xml`, `styles.xml`, `workbook.xml`,
// `content.xml`, `workbook.biff`), which is put into a workbook of otherwise sound parts, where mutations reach further than
// in a compressed file. Otherwise the input is a whole table.

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let subject = getenv("INFORME_FUZZ").map { String(cString: $0) } ?? ""

func read(_ bytes: [UInt8]) {
  switch subject {
  case "configuration": _ = ConfigurationReader.read(bytes, file: "fuzz")
  case "picture": _ = try? ImageFile.read(bytes)
  case "pdf":
    guard let file = try? PDFFile(bytes) else { return }
    _ = file.embeddedFiles()
    // The same file twice, so that every pair of objects is walked.
    guard let other = try? PDFFile(bytes) else { return }
    _ = file.comparison(with: other)
  case "form":
    let files = TransparencyTemplate().files.map { ($0.name, $0.name == TransparencyTemplate.sheet ? bytes : $0.bytes) }
    guard let form = try? XLSXForm(StoredZip.archive(files)) else { return }
    // It reads its own result again.
    _ = try? form.filled(sheet: 0, from: 8, with: [[0: .number("1"), 5: .text("a")], [:], [2: .text("b")]])
  default:
    let file = subject.contains(".") ? FuzzedWorkbook.file(bytes, as: subject) : bytes
    let result = ReportReader.read(file, file: "fuzz")
    precondition(result.reports.isEmpty == result.diagnostics.contains { $0.severity == .error })
  }
}

var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
exit(
  runFuzzer(&count, &arguments) { data, count in
    read(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  })
