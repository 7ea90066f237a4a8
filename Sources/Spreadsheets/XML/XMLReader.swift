import CXML2
import SystemLibraries

/// Walks through the elements and texts of an XML part, with libxml2's reader: no network, no entities, and any
/// document type declaration ends the reading. Names are local names; prefixes and name spaces do not matter.
final class XMLReader {
  /// An element or attribute name of this reader; equal names are equal pointers of its dictionary.
  typealias Name = UnsafePointer<UInt8>

  enum Node {
    case start
    case end
    case text
  }

  private let reader: xmlTextReaderPtr
  private let part: String
  /// The reader reads from this memory as long as it lives.
  private let memory: UnsafeMutableRawBufferPointer
  private(set) var node = Node.text
  /// Of the element just entered or left; meaningless for text.
  private(set) var name: Name
  /// Whether the element just entered has no content: no end follows.
  private(set) var isEmpty = false

  init(_ bytes: [UInt8], part: String) throws(SpreadsheetFailure) {
    do { try SystemLibrary.xml2.require() } catch { throw .noLibrary(error) }
    guard XMLAttributes.areFew(in: bytes) else { throw .tooLarge(part: part) }
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    memory.copyBytes(from: bytes)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    guard
      let reader = xmlReaderForMemory(
        memory.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil, Int32(options)),
      let empty = xmlTextReaderConstString(reader, "")
    else {
      memory.deallocate()
      throw .damaged(part: part)
    }
    self.reader = reader
    self.part = part
    name = empty
  }

  deinit {
    xmlFreeTextReader(reader)
    memory.deallocate()
  }

  /// The name to compare `name` with.
  func name(_ text: String) -> Name { xmlTextReaderConstString(reader, text) ?? name }

  /// Goes on to the next element or text; false at the end.
  func next() throws(SpreadsheetFailure) -> Bool {
    while true {
      let result = xmlTextReaderRead(reader)
      guard result == 1 else {
        if result == 0 { return false }
        throw .damaged(part: part)
      }
      if try take(xmlTextReaderNodeType(reader)) { return true }
    }
  }

  private func take(_ type: Int32) throws(SpreadsheetFailure) -> Bool {
    switch UInt32(bitPattern: type) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      node = .start
      isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
      name = xmlTextReaderConstLocalName(reader) ?? name
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      node = .end
      name = xmlTextReaderConstLocalName(reader) ?? name
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
      node = .text
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
      throw .documentType(part: part)
    default: return false
    }
    return true
  }

  /// The text just reached.
  var text: String { xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "" }

  /// Calls `body` with each attribute of the element just entered.
  func attributes(_ body: (Name, UnsafePointer<UInt8>) -> Void) {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return }
    repeat {
      if let name = xmlTextReaderConstLocalName(reader), let value = xmlTextReaderConstValue(reader) {
        body(name, value)
      }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    xmlTextReaderMoveToElement(reader)
  }

  /// The value of one attribute of the element just entered.
  func attribute(_ wanted: Name) -> String? {
    var found: String?
    attributes { name, value in if name == wanted { found = String(cString: value) } }
    return found
  }

  /// Skips what is inside the element just entered.
  func skip() throws(SpreadsheetFailure) {
    guard !isEmpty else { return }
    var depth = 1
    while depth > 0 {
      guard try next() else { return }
      if node == .start, !isEmpty { depth += 1 }
      if node == .end { depth -= 1 }
    }
  }

  /// All text inside the element just entered, however deep, but not inside elements called `skipping`.
  func content(skipping: Name? = nil) throws(SpreadsheetFailure) -> String {
    guard !isEmpty else { return "" }
    var (depth, text) = (1, "")
    while depth > 0 {
      guard try next() else { return text }
      switch node {
      case .text: text += self.text
      case .end: depth -= 1
      case .start:
        if name == skipping { try skip() } else if !isEmpty { depth += 1 }
      }
    }
    return text
  }
}
