/// Reads Office Open XML workbooks (ECMA-376-1, transitional and strict).
struct XLSXReader {
  private let parts: any PackageParts

  init(_ parts: any PackageParts) { self.parts = parts }

  func workbook() throws(SpreadsheetFailure) -> Workbook {
    let root = try XLSXRelationships(of: "", in: parts)
    let main = root.first(ofType: "officeDocument") ?? "xl/workbook.xml"
    if main.hasSuffix(".bin") { throw .unsupported(kind: "XLSB") }
    if main.hasPrefix("word/") { throw .unsupported(kind: "Word") }
    if main.hasPrefix("ppt/") { throw .unsupported(kind: "PowerPoint") }
    if root.isEmpty, !parts.contains(main) { throw .unsupported(kind: "ZIP") }
    let relationships = try XLSXRelationships(of: main, in: parts)
    let contents = try XLSXWorkbookPart(try parts.required(main), part: main)
    let styles = try optional(relationships.first(ofType: "styles")) { bytes, part throws(SpreadsheetFailure) in
      try XLSXStyles(bytes, part: part)
    }
    let strings = try optional(relationships.first(ofType: "sharedStrings")) { bytes, part throws(SpreadsheetFailure) in
      try XLSXStrings(bytes, part: part)
    }
    let values = XLSXValues(
      strings: strings?.texts ?? [], formats: styles?.formats ?? [], epoch1904: contents.epoch1904)
    let results = FormulaResults()
    let sheets = try self.sheets(contents, relationships, values, results, CellAllowance())
    // Programs that cannot compute store zero for every formula, and ask for computing on load.
    guard contents.isToCompute, results.areAllZero else { return Workbook(sheets: sheets) }
    return Workbook(sheets: try self.sheets(contents, relationships, values, results, CellAllowance()))
  }

  /// The part of each sheet, in the order of the workbook's.
  func sheetParts() throws(SpreadsheetFailure) -> [String] {
    let main = try XLSXRelationships(of: "", in: parts).first(ofType: "officeDocument") ?? "xl/workbook.xml"
    let relationships = try XLSXRelationships(of: main, in: parts)
    return try XLSXWorkbookPart(try parts.required(main), part: main).sheets
      .compactMap { relationships.target($0.relationship, ofType: "worksheet") }
  }

  private func sheets(
    _ contents: XLSXWorkbookPart, _ relationships: XLSXRelationships, _ values: XLSXValues, _ results: FormulaResults,
    _ allowance: CellAllowance
  ) throws(SpreadsheetFailure) -> [Sheet] {
    let doubtsZeros = contents.isToCompute && results.areAllZero
    var sheets: [Sheet] = []
    for entry in contents.sheets {
      // Sheets of charts and dialogues have no cells.
      guard let part = relationships.target(entry.relationship, ofType: "worksheet") else { continue }
      var reader = try XLSXSheetReader(
        try parts.required(part), part: entry.name, values: values, allowance: allowance,
        results: doubtsZeros ? nil : results)
      sheets.append(try reader.sheet(name: entry.name, isHidden: entry.isHidden))
    }
    return sheets
  }

  private func optional<Value>(
    _ name: String?, _ read: ([UInt8], String) throws(SpreadsheetFailure) -> Value
  ) throws(SpreadsheetFailure) -> Value? {
    guard let name else { return nil }
    return try read(try parts.required(name), name)
  }
}

/// What the formulas of a workbook gave, as stored.
final class FormulaResults {
  private var zeros = 0
  private var others = 0

  var areAllZero: Bool { zeros > 0 && others == 0 }

  func take(_ stored: String) { if stored == "0" { zeros += 1 } else { others += 1 } }
}

/// The parts that a part refers to (ECMA-376-2, 9.3).
struct XLSXRelationships {
  private var targets: [String: (type: String, part: String)] = [:]
  private var order: [String] = []

  var isEmpty: Bool { order.isEmpty }

  /// - Parameter part: empty for the package itself.
  init(of part: String, in parts: any PackageParts) throws(SpreadsheetFailure) {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    guard let bytes = try parts.part(name) else { return }
    let reader = try XMLReader(bytes, part: name)
    let (element, id, type, target) =
      (reader.name("Relationship"), reader.name("Id"), reader.name("Type"), reader.name("Target"))
    while try reader.next() {
      guard reader.node == .start, reader.name == element, let key = reader.attribute(id),
        let type = reader.attribute(type), let path = reader.attribute(target)
      else { continue }
      targets[key] = (type, XLSXRelationships.resolved(path, in: folder))
      order.append(key)
    }
  }

  /// Types are told by their last word: transitional and strict differ in what stands before.
  func first(ofType type: String) -> String? {
    order.lazy.compactMap { target($0, ofType: type) }.first
  }

  func target(_ id: String, ofType type: String) -> String? {
    targets[id].flatMap { $0.type.hasSuffix("/" + type) ? $0.part : nil }
  }

  /// A path from the package's root, without `.` and `..`; it names a part of the archive and never a file on disk.
  private static func resolved(_ target: String, in folder: String) -> String {
    let path = target.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    var steps: [Substring] = []
    for step in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The list of sheets.
struct XLSXWorkbookPart {
  private(set) var sheets: [(name: String, relationship: String, isHidden: Bool)] = []
  private(set) var epoch1904 = false
  /// Stored results do not count: all is computed when the workbook is opened (ECMA-376-1, 18.2.2, fullCalcOnLoad).
  private(set) var isToCompute = false

  init(_ bytes: [UInt8], part: String) throws(SpreadsheetFailure) {
    let reader = try XMLReader(bytes, part: part)
    let (sheet, properties, epoch) = (reader.name("sheet"), reader.name("workbookPr"), reader.name("date1904"))
    let (calculation, onLoad) = (reader.name("calcPr"), reader.name("fullCalcOnLoad"))
    let (name, id, state) = (reader.name("name"), reader.name("id"), reader.name("state"))
    while try reader.next() {
      guard reader.node == .start else { continue }
      if reader.name == properties { epoch1904 = ["1", "true"].contains(reader.attribute(epoch)) }
      if reader.name == calculation { isToCompute = ["1", "true"].contains(reader.attribute(onLoad)) }
      guard reader.name == sheet, let title = reader.attribute(name), let relationship = reader.attribute(id)
      else { continue }
      sheets.append((title, relationship, ["hidden", "veryHidden"].contains(reader.attribute(state))))
    }
  }
}
