import CXML2
import SystemLibraries

/// Refuses SVGs that hold what cannot be drawn the same way everywhere, before they are drawn: text (it would need the
/// system's fonts), pictures, anything from outside, and anything that moves or asks for the reader's language.
enum SVGPolicy {
  static let mostElements = 50_000

  static func check(_ bytes: [UInt8]) throws(ImageFault) {
    do { try SystemLibrary.xml2.require() } catch { throw .noLibrary(error) }
    guard XMLAttributes.areFew(in: bytes) else { throw .tooManyAttributes }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let failure = bytes.withUnsafeBytes { memory -> ImageFault? in
      let text = memory.bindMemory(to: CChar.self).baseAddress
      guard let reader = xmlReaderForMemory(text, Int32(bytes.count), nil, nil, Int32(options)) else {
        return .broken
      }
      defer { xmlFreeTextReader(reader) }
      return fault(in: reader)
    }
    // A short file that is damaged anywhere is refused by the reader before its first element.
    if failure == .unknownFormat, bytes.contains(Array("<svg".utf8)) { throw .broken }
    if let failure { throw failure }
  }

  private static func fault(in reader: xmlTextReaderPtr) -> ImageFault? {
    var (elements, result) = (0, xmlTextReaderRead(reader))
    // The text of a `style` so far: it may come in pieces.
    var style: String?
    while result == 1 {
      let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        if elements == 0, name != "svg" { return .unknownFormat }
        elements += 1
        if elements > mostElements { return .tooManyElements }
        style = name == "style" ? "" : nil
        if let fault = elementFault(name) ?? attributeFault(in: reader, of: name) { return fault }
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue:
        if let text = style {
          let whole = text + value(reader)
          style = whole
          if let fault = styleFault(whole) ?? escapeFault(whole) { return fault }
        }
      // Whatever it stands for, what draws it would read more than was looked at here.
      case XML_READER_TYPE_ENTITY_REFERENCE.rawValue: return .active("&\(name);")
      case XML_READER_TYPE_PROCESSING_INSTRUCTION.rawValue:
        if name == "xml-stylesheet" { return .external(name) }
      default: break
      }
      result = xmlTextReaderRead(reader)
    }
    return elements == 0 ? .unknownFormat : result == 0 ? nil : .broken
  }

  private static func elementFault(_ name: String) -> ImageFault? {
    switch name {
    case "text", "tspan", "textPath", "tref", "flowRoot": .text
    case "image", "feImage": .picture
    case "script", "foreignObject", "switch", "animate", "animateMotion", "animateTransform", "animateColor", "set",
      "iframe", "video", "audio", "canvas":
      .active(name)
    default: nil
    }
  }

  private static func attributeFault(in reader: xmlTextReaderPtr, of element: String) -> ImageFault? {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      let name = xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
      let value = value(reader)
      if name == "href", element != "a", !value.hasPrefix("#") { return .external(value) }
      if name == "systemLanguage" { return .active(name) }
      if let fault = styleFault(value) ?? (styled.contains(name) ? escapeFault(value) : nil) { return fault }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }

  private static func value(_ reader: xmlTextReaderPtr) -> String {
    xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
  }

  /// Attributes that are read as style sheets are; programs leave paths and the like in some of their own.
  private static let styled: Set<String> = [
    "style", "fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end",
    "cursor",
  ]

  /// Escapes say the same words in other letters (CSS Syntax 3, 4.3.7).
  private static func escapeFault(_ style: String) -> ImageFault? { style.contains("\\") ? .active("\\") : nil }

  /// A style that loads another, or names something that is not in this file.
  private static func styleFault(_ style: String) -> ImageFault? {
    let lower = style.lowercased()
    if lower.contains("@import") { return .external("@import") }
    for piece in lower.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let target = piece.drop { " \t\n\"'".contains($0) }
      if !target.hasPrefix("#") { return .external(String(target.prefix { $0 != ")" })) }
    }
    return nil
  }
}
