/// Standard structure types (ISO 32000-1, 14.8.4); the raw value is the PDF name.
public enum StructureRole: String, Hashable, Sendable {
  case document = "Document"
  case section = "Sect"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case table = "Table"
  case tableHead = "THead"
  case tableBody = "TBody"
  case tableRow = "TR"
  case tableHeader = "TH"
  case tableData = "TD"
  case figure = "Figure"
  case link = "Link"
  case form = "Form"
  case span = "Span"
  case note = "Note"
  case reference = "Reference"
}

extension StructureRole {
  /// The heading one level below; any other role as it is.
  var lowered: StructureRole {
    switch self {
    case .heading1: .heading2
    case .heading2: .heading3
    case .heading3: .heading4
    default: self
    }
  }
}
