/// A format as the transparency platform hands them out, for indicators of results (LGTAIP, article 70, fraction VI): hidden
/// codes in rows 1, 4 and 5, `Tabla Campos` in row 6, headers in row 7, styled blank cells below, a list for one column.
public struct TransparencyTemplate {
  public var fields = "Tabla Campos"
  public var headers = TransparencyTemplate.usualHeaders
  /// Rows from 8 on, as XML.
  public var rows = "<row r=\"8\" ht=\"30\"><c r=\"A8\" s=\"1\"/><c r=\"D8\" s=\"2\"/></row><row r=\"9\"/>"
  public var merges = ["A6:T6"]

  public init() {}

  public static let usualHeaders = [
    "Ejercicio", "Fecha de inicio del periodo que se informa", "Fecha de término del periodo que se informa",
    "Nombre del programa o concepto al que corresponde el indicador", "Objetivo institucional",
    "Nombre(s) del(os) indicador(es)", "Dimensión(es) a medir", "Definición del indicador",
    "Método de cálculo con variables de la fórmula", "Unidad de medida", "Frecuencia de medición", "Línea base",
    "Metas programadas", "Metas ajustadas que existan, en su caso", "Avance de metas",
    "Sentido del indicador (catálogo)", "Fuente de información",
    "Área(s) responsable(s) que genera(n), posee(n), publica(n) y actualizan la información",
    "Fecha de actualización", "Nota",
  ]

  public var bytes: [UInt8] { StoredZip.archive(files) }

  public static let sheet = "xl/worksheets/sheet1.xml"

  /// By name, in the archive's order; the sheet to be filled in stands in their midst.
  public var files: [(name: String, bytes: [UInt8])] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let texts: [(String, String)] = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
          + "openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"\(type).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r\" "
          + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"a\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"b\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
          + "<Relationship Id=\"c\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
          + "<sheet name=\"Reporte de Formatos\" sheetId=\"1\" r:id=\"a\"/>"
          + "<sheet name=\"Hidden_1\" sheetId=\"2\" state=\"hidden\" r:id=\"b\"/></sheets></workbook>"
      ),
      (TransparencyTemplate.sheet, sheet(main)),
      (
        "xl/worksheets/sheet2.xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>" + TransparencyTemplate.row(1, ["Ascendente"])
          + TransparencyTemplate.row(2, ["Descendente"]) + "</sheetData></worksheet>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(main)\"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
          + "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf applyAlignment=\"1\"/><xf/><xf/></cellXfs></styleSheet>"
      ),
    ]
    return texts.map { ($0.0, Array((head + $0.1).utf8)) }
  }

  private func sheet(_ main: String) -> String {
    let rows =
      TransparencyTemplate.row(1, ["35061"], hidden: true) + TransparencyTemplate.row(2, ["TÍTULO", "NOMBRE CORTO"])
      + TransparencyTemplate.row(3, ["Indicadores de resultados", "LTAIPEF70FVI"])
      + TransparencyTemplate.row(4, headers.map { _ in "1" }, hidden: true)
      + TransparencyTemplate.row(5, headers.indices.map { "\(228940 + $0)" }, hidden: true)
      + TransparencyTemplate.row(6, [fields]) + TransparencyTemplate.row(7, headers) + self.rows
    return "<worksheet xmlns=\"\(main)\"><dimension ref=\"A1:T9\"/>"
      + "<cols><col min=\"6\" max=\"7\" width=\"30\" style=\"3\"/></cols><!-- <row r=\"99\"> -->"
      + "<sheetData>\(rows)</sheetData>"
      + "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells><dataValidations count=\"1\">"
      + "<dataValidation type=\"list\" sqref=\"P8:P201\"><formula1>Hidden_1!$A$1:$A$2</formula1></dataValidation>"
      + "</dataValidations></worksheet>"
  }

  private static func row(_ number: Int, _ texts: [String], hidden: Bool = false) -> String {
    let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
    return "<row r=\"\(number)\"\(hidden ? " hidden=\"1\"" : "")>\(cells.joined())</row>"
  }
}
