import CXML2
import SystemLibraries
import Testing

struct SystemLibraryTests {
  /// All that the README's command installs is found, and new enough.
  @Test(arguments: SystemLibrary.allCases)
  func meetsItsFloor(_ library: SystemLibrary) throws {
    try library.require()
    if let floor = library.floor { #expect(try #require(library.version) >= floor) }
  }

  @Test func versionsCompareByTheirNumbers() throws {
    let version = try #require(LibraryVersion(parsing: "1.16.0-rc2"))
    #expect(version == LibraryVersion(1, 16, 0) && version.description == "1.16.0")
    #expect(version >= LibraryVersion(1, 16) && version < LibraryVersion(1, 16, 1) && version > LibraryVersion(1, 9, 9))
    #expect(LibraryVersion(parsing: "none") == nil)
  }

  /// libxml2's functions are declared by hand; they answer as its headers say.
  @Test func declaredFunctionsAnswer() {
    #expect(xml2_is_installed())
    let text = "<a b='c'>d</a>"
    let reader = xmlReaderForMemory(text, Int32(text.utf8.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
    defer { xmlFreeTextReader(reader) }
    #expect(xmlTextReaderRead(reader) == 1)
    #expect(xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue))
    #expect(xmlTextReaderMoveToFirstAttribute(reader) == 1)
    #expect(xmlTextReaderConstValue(reader).map { String(cString: $0) } == "c")
  }
}
