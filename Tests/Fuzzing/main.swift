import Glibc
import ReportIngest
import ReportModel

// Runs libFuzzer over the readers. One mutated input is read to the end; whatever it says, reading must neither crash nor
// give reports together with an error.
//
// `INFORME_FUZZ` names the part of a spreadsheet the input stands for (`sheet.xml`, `strings.xml`, `styles.xml`,
// `workbook.xml`, `content.xml`, `workbook.biff`): it is put into a workbook of otherwise sound parts, where mutations
// reach further than in a compressed file. Otherwise the input is the whole file.

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let part = getenv("INFORME_FUZZ").map { String(cString: $0) }.flatMap { $0.contains(".") ? $0 : nil }
var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
exit(
  runFuzzer(&count, &arguments) { data, count in
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let result = ReportReader.read(part.map { FuzzedWorkbook.file(bytes, as: $0) } ?? bytes, file: "fuzz")
    precondition(result.reports.isEmpty == result.diagnostics.contains { $0.severity == .error })
    return 0
  })
