import ReportModel
import Spreadsheets

/// A format of the Mexican transparency platform (SIPOT) as it hands them out: a sheet with `Tabla Campos` in row 6, the
/// columns' headers in row 7 and nothing below.
struct TransparencyForm {
  private static let (titleRow, headerRow, firstRow) = (6, 7, 8)

  private let path: String
  private let form: XLSXForm
  private let sheet: Int
  private let columns: [(column: Int, header: String, field: TransparencyField?)]

  /// The format with a row for each activity, and what it says of columns that stay blank; nil, and why, for what is no
  /// such format.
  static func filled(
    _ template: Source, with areas: [(name: String?, report: Report)]
  ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    do throws(Problem) {
      let form = try TransparencyForm(template)
      let rows = areas.flatMap { area in
        area.report.activities.map { form.row($0, in: area.report, area: area.name) }
      }
      return (try form.filled(rows), form.remarks(rows))
    } catch {
      return (nil, [error.diagnostic])
    }
  }

  private init(_ template: Source) throws(Problem) {
    path = template.path
    do throws(SpreadsheetFailure) {
      guard let form = try XLSXForm(template.bytes) else { throw .unsupported(kind: "XLSX") }
      self.form = form
    } catch {
      throw .noWorkbook(template.path)
    }
    let found = form.workbook.sheets.firstIndex { sheet in
      sheet.texts(in: TransparencyForm.titleRow).contains { FoldedText.words(of: $0.text) == ["tabla", "campos"] }
    }
    guard let found else {
      let first = form.workbook.sheets.first { !$0.isHidden }?.name
      throw .noFields(SourceLocation(file: template.path, sheet: first, row: TransparencyForm.titleRow, column: 1))
    }
    sheet = found
    columns = form.workbook.sheets[found].texts(in: TransparencyForm.headerRow).map { column, text in
      (column, text, TransparencyField(header: text))
    }
    try check(form.workbook.sheets[found], template.path)
  }

  private func check(_ sheet: Sheet, _ file: String) throws(Problem) {
    func place(_ row: Int, _ column: Int) -> SourceLocation {
      SourceLocation(file: file, sheet: sheet.name, row: row, column: column + 1)
    }
    let known = columns.filter { $0.field != nil }
    guard !known.isEmpty else { throw .noHeaders(place(TransparencyForm.headerRow, columns.first?.column ?? 0)) }
    for (index, column) in known.enumerated() where known[..<index].contains(where: { $0.field == column.field }) {
      throw .twoHeaders(column.header, place(TransparencyForm.headerRow, column.column))
    }
    if let row = sheet.rows.first(where: { $0.number >= TransparencyForm.firstRow && !$0.cells.isEmpty }) {
      throw .filledAlready(place(row.number, row.cells[0].column))
    }
    if let merged = sheet.merges.first(where: { $0.rows.upperBound >= TransparencyForm.firstRow }) {
      throw .merged(place(max(merged.rows.lowerBound, TransparencyForm.firstRow), merged.columns.lowerBound))
    }
  }

  private func row(_ activity: Activity, in report: Report, area: String?) -> [Int: XLSXForm.Value] {
    var values: [Int: XLSXForm.Value] = [:]
    for column in columns { values[column.column] = column.field?.value(of: activity, in: report, area: area) }
    return values
  }

  private func filled(_ rows: [[Int: XLSXForm.Value]]) throws(Problem) -> [UInt8] {
    do throws(SpreadsheetFailure) {
      return try form.filled(sheet: sheet, from: TransparencyForm.firstRow, with: rows)
    } catch {
      throw .noWorkbook(path)
    }
  }

  /// What the office has to fill in itself.
  private func remarks(_ rows: [[Int: XLSXForm.Value]]) -> [Diagnostic] {
    let unknown = columns.filter { $0.field == nil }
    let partly = columns.filter { column in column.field != nil && rows.contains { $0[column.column] == nil } }
    return (unknown.isEmpty ? [] : [blank(unknown.map { called($0.column, $0.header) })])
      + partly.map { column in
        partlyBlank(called(column.column, column.header), rows.count { $0[column.column] == nil }, of: rows.count)
      }
  }

  private func called(_ column: Int, _ header: String) -> String {
    "\(SourceLocation.columnLetters(column + 1)) «\(header)»"
  }

  private func blank(_ columns: [String]) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.formColumnsBlank, severity: .note,
      message: LocalizedText(
        es: "columnas que quedan en blanco: " + columns.joined(separator: ", "),
        en: "columns that stay blank: " + columns.joined(separator: ", ")),
      hint: LocalizedText(
        es: "La tabla no dice qué va ahí: complételas antes de entregar el formato.",
        en: "The table does not say what belongs there: complete them before you hand the format in."),
      at: SourceLocation(file: path))
  }

  private func partlyBlank(_ column: String, _ blank: Int, of all: Int) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.formCellsBlank, severity: .note,
      message: LocalizedText(
        es: "\(column): en blanco en \(blank) de \(all) filas", en: "\(column): blank in \(blank) of \(all) rows"),
      hint: LocalizedText(
        es: "La tabla no da ahí el dato, o no un número.", en: "The table does not say it there, or gives no number."),
      at: SourceLocation(file: path))
  }
}

extension Sheet {
  /// The texts of a row with their columns, from 0.
  fileprivate func texts(in row: Int) -> [(column: Int, text: String)] {
    rows.first { $0.number == row }?.cells.compactMap { cell in
      if case .text(let text) = cell.content { (cell.column, text) } else { nil }
    } ?? []
  }
}

extension TransparencyForm {
  /// Why a file is no format that can be filled in.
  enum Problem: Error {
    case noWorkbook(String)
    case noFields(SourceLocation)
    case noHeaders(SourceLocation)
    case twoHeaders(String, SourceLocation)
    case filledAlready(SourceLocation)
    case merged(SourceLocation)

    var diagnostic: Diagnostic {
      Diagnostic(code: DiagnosticCode.formUnusable, severity: .error, message: message, hint: hint, at: location)
    }

    private var location: SourceLocation {
      switch self {
      case .noWorkbook(let file): SourceLocation(file: file)
      case .noFields(let place), .noHeaders(let place), .twoHeaders(_, let place), .filledAlready(let place),
        .merged(let place):
        place
      }
    }

    private var message: LocalizedText {
      switch self {
      case .noWorkbook:
        LocalizedText(es: "no es un libro .xlsx que se pueda leer", en: "is no .xlsx workbook that can be read")
      case .noFields:
        LocalizedText(
          es: "no es un formato de la plataforma: en la fila 6 de ninguna hoja dice «Tabla Campos»",
          en: "is no format of the platform: row 6 of no sheet says “Tabla Campos”")
      case .noHeaders:
        LocalizedText(
          es: "la fila 7 no tiene ningún encabezado que el informe pueda llenar",
          en: "row 7 has no header that the report could fill in")
      case .twoHeaders(let header, _):
        LocalizedText(
          es: "«\(header)» pide lo mismo que una columna anterior",
          en: "“\(header)” asks for the same as an earlier column")
      case .filledAlready:
        LocalizedText(
          es: "desde la fila 8 el formato debe estar vacío, y aquí hay un dato",
          en: "from row 8 on the format must be empty, and here is a value")
      case .merged:
        LocalizedText(
          es: "desde la fila 8 no puede haber celdas combinadas", en: "from row 8 on there cannot be merged cells")
      }
    }

    private var hint: LocalizedText {
      LocalizedText(
        es: "Descargue de nuevo el formato vacío de la plataforma, como .xlsx, y no mueva sus filas.",
        en: "Download the empty format from the platform again, as .xlsx, and do not move its rows.")
    }
  }
}
