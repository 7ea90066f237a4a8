/// A value as PDF writes it (ISO 32000-1, 7.3), without streams.
///
/// Numbers and strings are kept as they are written: they are copied, never reckoned with.
enum PDFValue: Hashable, Sendable {
  case null
  /// A number or a keyword, as written.
  case literal(String)
  case name(String)
  /// With its delimiters.
  case string([UInt8])
  case array([PDFValue])
  case dictionary([PDFEntry])
  /// To an object of generation 0: nothing here has another.
  case reference(Int)

  /// An entry of a dictionary; nil for other values.
  subscript(key: String) -> PDFValue? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var entries: [PDFEntry] {
    guard case .dictionary(let entries) = self else { return [] }
    return entries
  }

  var isDictionary: Bool { if case .dictionary = self { true } else { false } }

  var items: [PDFValue] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  var integer: Int? {
    guard case .literal(let text) = self else { return nil }
    return Int(text)
  }

  var referred: Int? {
    guard case .reference(let number) = self else { return nil }
    return number
  }

  /// The same with every reference changed.
  func mapReferences(_ change: (Int) -> Int) -> PDFValue {
    switch self {
    case .reference(let number): .reference(change(number))
    case .array(let items): .array(items.map { $0.mapReferences(change) })
    case .dictionary(let entries): .dictionary(entries.map { PDFEntry($0.key, $0.value.mapReferences(change)) })
    default: self
    }
  }
}

struct PDFEntry: Hashable, Sendable {
  let key: String
  let value: PDFValue

  init(_ key: String, _ value: PDFValue) {
    self.key = key
    self.value = value
  }
}
