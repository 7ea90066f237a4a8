import ReportModel
import Spreadsheets
import SystemLibraries

/// What is wrong with a file as a whole, or worth knowing of it and its sheets.
extension Diagnostic {
  static func notText(_ kind: String, at location: SourceLocation) -> Diagnostic {
    error(
      .notATable, location, es: "no es una tabla, es un archivo \(kind)", en: "this is no table but a \(kind) file",
      hintES: "Abra la tabla en su hoja de cálculo y guárdela como .xlsx, .ods o texto separado por tabuladores.",
      hintEN: "Open the table in your spreadsheet and save it as .xlsx, .ods or tab-separated text.")
  }

  static func binary(line: Int, _ file: String) -> Diagnostic {
    error(
      .binaryData, SourceLocation(file: file, row: line), es: "hay caracteres de control: no es texto",
      en: "there are control characters: this is no text",
      hintES: "Quite esos caracteres o guarde la tabla de nuevo desde su hoja de cálculo.",
      hintEN: "Remove those characters, or save the table again from your spreadsheet.")
  }

  static func unknownEncoding(line: Int, _ file: String) -> Diagnostic {
    error(
      .unknownEncoding, SourceLocation(file: file, row: line),
      es: "no se puede saber en qué codificación está el texto", en: "the text's encoding cannot be told",
      hintES: "Guarde la tabla con la codificación UTF-8.", hintEN: "Save the table with UTF-8 encoding.")
  }

  static func mixedEncoding(line: Int, count: Int, _ file: String) -> Diagnostic {
    let others = (
      es: count == 1 ? "" : ", y \(count - 1) más tampoco", en: count == 1 ? "" : ", nor are \(count - 1) more"
    )
    return error(
      .mixedEncoding, SourceLocation(file: file, row: line),
      es: "la línea \(line) no está en UTF-8 como las demás\(others.es)",
      en: "line \(line) is not UTF-8 like the rest\(others.en)",
      hintES: "Escriba esa línea de nuevo y guarde todo el archivo en UTF-8.",
      hintEN: "Write that line again and save the whole file as UTF-8.")
  }

  static func lostCharacters(line: Int, _ file: String) -> Diagnostic {
    error(
      .lostCharacters, SourceLocation(file: file, row: line),
      es: "hay letras perdidas (�): otro programa ya dañó el texto",
      en: "there are lost letters (�): another program has damaged the text",
      hintES: "Exporte la tabla de nuevo desde el original, en UTF-8.",
      hintEN: "Export the table again from the original, as UTF-8.")
  }

  static func damagedUTF16(at location: SourceLocation) -> Diagnostic {
    error(
      .damagedEncoding, location, es: "el texto UTF-16 está dañado", en: "the UTF-16 text is damaged",
      hintES: "Guarde la tabla de nuevo; el archivo puede estar cortado.",
      hintEN: "Save the table again; the file may be truncated.")
  }

  static func encoding(_ name: String, at location: SourceLocation) -> Diagnostic {
    note(
      .encoding, location, es: "el texto se leyó como \(name)", en: "the text was read as \(name)",
      hintES: "Si ve letras equivocadas, guarde la tabla en UTF-8.",
      hintEN: "If letters are wrong, save the table as UTF-8.")
  }

  static func repairedEncoding(_ example: String, at location: SourceLocation) -> Diagnostic {
    warning(
      .repairedEncoding, location, es: "el texto estaba codificado dos veces y se reparó: «\(example)»",
      en: "the text was encoded twice and has been repaired: “\(example)”",
      hintES: "Revise los acentos y guarde la tabla en UTF-8.", hintEN: "Check the accents and save the table as UTF-8."
    )
  }

  static func tooLarge(_ part: String, at location: SourceLocation) -> Diagnostic {
    error(
      .tooLarge, location,
      es: "«\(part.shortened)» es demasiado grande: a lo más 64 MB descomprimidos, 1,500,000 celdas y 1,024 columnas",
      en: "“\(part.shortened)” is too large: at most 64 MB unpacked, 1,500,000 cells and 1,024 columns",
      hintES: "Deje en el archivo solo la tabla.", hintEN: "Leave only the table in the file.")
  }

  static func tooManyRows(at location: SourceLocation) -> Diagnostic {
    error(
      .tooLarge, location, es: "hay más de 30,000 renglones o de 200 encabezados",
      en: "there are more than 30,000 rows or 200 headers", hintES: "Deje en el archivo solo la tabla.",
      hintEN: "Leave only the table in the file.")
  }

  static func tooLargeText(at location: SourceLocation) -> Diagnostic {
    error(
      .tooLarge, location, es: "el texto pasa de 12 MB", en: "the text is larger than 12 MB",
      hintES: "Deje en el archivo solo la tabla.", hintEN: "Leave only the table in the file.")
  }

  static func cellTooLong(_ count: Int, at location: SourceLocation) -> Diagnostic {
    error(
      .cellTooLong, location, es: "la celda tiene \(count) caracteres, más de 32767",
      en: "the cell has \(count) characters, more than 32767",
      hintES: "Acorte el texto; si debían ser varias celdas, revise las comillas y los separadores.",
      hintEN: "Shorten the text; if it should be several cells, look at the quotes and separators.")
  }

  static func tooManyMarks(at location: SourceLocation) -> Diagnostic {
    error(
      .tooManyMarks, location, es: "una letra lleva más de 30 acentos u otras marcas",
      en: "a letter carries more than 30 accents or other marks", hintES: "Escriba el texto de nuevo.",
      hintEN: "Write the text again.")
  }

  static func spreadsheet(_ failure: SpreadsheetFailure, _ file: String) -> Diagnostic {
    let place = SourceLocation(file: file)
    switch failure {
    case .tooLarge(let part): return tooLarge(part, at: place)
    case .unsupported(let kind): return notText(kind, at: place)
    case .emptyArchive:
      return error(
        .emptyFile, place, es: "es un archivo comprimido vacío", en: "this is an empty archive",
        hintES: "Exporte la tabla de nuevo desde su hoja de cálculo.",
        hintEN: "Export the table again from your spreadsheet.")
    case .encrypted:
      return error(
        .encrypted, place, es: "el libro está protegido con contraseña", en: "the workbook is protected by a password",
        hintES: "Quite la contraseña y guárdelo de nuevo.", hintEN: "Remove the password and save it again.")
    case .damaged(let part):
      return error(
        .damagedFile, place, es: "el archivo está dañado o cortado (\(part.shortened))",
        en: "the file is damaged or truncated (\(part.shortened))",
        hintES: "Ábralo en su hoja de cálculo y guárdelo de nuevo.",
        hintEN: "Open it in your spreadsheet and save it again.")
    case .documentType(let part):
      return error(
        .forbiddenMarkup, place, es: "«\(part.shortened)» declara entidades XML, que no se leen",
        en: "“\(part.shortened)” declares XML entities, which are not read",
        hintES: "Guarde el libro de nuevo desde su hoja de cálculo.",
        hintEN: "Save the workbook again from your spreadsheet.")
    case .noLibrary(let fault):
      return .unusableLibrary(
        fault.library.name, found: fault.found?.description, floor: fault.library.floor?.description,
        package: fault.library.package, at: place)
    }
  }

  // Sheets
  static func noSuchSheet(_ name: String, among names: [String], at location: SourceLocation) -> Diagnostic {
    let list = names.map { "«\($0)»" }.joined(separator: ", ")
    return error(
      .noSuchSheet, location, es: "no hay una hoja «\(name)»", en: "there is no sheet “\(name)”",
      hintES: names.isEmpty ? "Quite --sheet: es un archivo de texto." : "Elija una de estas: \(list).",
      hintEN: names.isEmpty ? "Leave out --sheet: this is a text file." : "Choose one of these: \(list).")
  }

  static func hiddenSheet(at location: SourceLocation) -> Diagnostic {
    warning(
      .hiddenSheet, location, es: "la hoja «\(location.sheet ?? "")» está oculta y no se lee",
      en: "the sheet “\(location.sheet ?? "")” is hidden and not read",
      hintES: "Si es parte del informe, muéstrela o elíjala con --sheet.",
      hintEN: "If it belongs to the report, unhide it or choose it with --sheet.")
  }

  static func sheetWithoutTable(at location: SourceLocation) -> Diagnostic {
    note(
      .sheetWithoutTable, location, es: "la hoja «\(location.sheet ?? "")» no tiene una tabla con PROG y REAL",
      en: "the sheet “\(location.sheet ?? "")” has no table with PROG and REAL",
      hintES: "Si debía tenerla, revise su encabezado.", hintEN: "If it should have one, check its header.")
  }

  static func hiddenRows(_ count: Int, at location: SourceLocation) -> Diagnostic {
    warning(
      .hiddenRow, location, es: "hay renglones ocultos (\(count)); se incluyen",
      en: "there are hidden rows (\(count)); they are included",
      hintES: "Bórrelos si no son parte del informe.", hintEN: "Delete them if they do not belong to the report.")
  }

  static func hiddenColumns(_ count: Int, at location: SourceLocation) -> Diagnostic {
    warning(
      .hiddenColumn, location, es: "hay columnas ocultas (\(count)); se incluyen",
      en: "there are hidden columns (\(count)); they are included",
      hintES: "Bórrelas si no son parte del informe.", hintEN: "Delete them if they do not belong to the report.")
  }

  static func emptyFile(at location: SourceLocation) -> Diagnostic {
    error(
      .emptyFile, location, es: "el archivo está vacío", en: "the file is empty",
      hintES: "Exporte la tabla de nuevo como texto separado por tabuladores.",
      hintEN: "Export the table again as tab-separated text.")
  }
}
