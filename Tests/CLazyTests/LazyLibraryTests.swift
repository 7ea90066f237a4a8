import CCairo
import CHarfBuzz
import CLazy
import CQPDF
import CRsvg
import CTurboJPEG
import CXML2
import CYAML
import CZip
import Glibc
import Testing

/// Libraries that are loaded when first called.
struct LazyLibraryTests {
  /// The first that is there, in the order given.
  private func open(_ names: String...) -> UnsafeMutableRawPointer? {
    var list: [UnsafePointer<CChar>?] = names.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for name in list { free(UnsafeMutablePointer(mutating: name)) } }
    return lazy_open(&list)
  }

  @Test func firstThatIsThere() throws {
    #expect(open("libno-such-library.so.1") == nil)
    let library = try #require(open("libno-such-library.so.1", "libm.so.6"))
    #expect(dlsym(library, "cos") != nil)
  }

  /// All that the README's command installs are found by the names the modules give.
  @Test func allAreFound() {
    #expect(cairo_is_installed() && harfbuzz_is_installed() && qpdf_is_installed() && rsvg_is_installed())
    #expect(turbojpeg_is_installed() && xml2_is_installed() && yaml_is_installed() && zip_is_installed())
  }

  /// Declared word for word: FreeType and libxml2 answer as their headers say.
  @Test func declaredFunctionsAnswer() {
    var library: FT_Library?
    #expect(FT_Init_FreeType(&library) == 0)
    #expect(FT_Done_FreeType(library) == 0)
    let text = "<a b='c'>d</a>"
    let reader = xmlReaderForMemory(text, Int32(text.utf8.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
    defer { xmlFreeTextReader(reader) }
    #expect(xmlTextReaderRead(reader) == 1)
    #expect(xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue))
    #expect(xmlTextReaderMoveToFirstAttribute(reader) == 1)
    #expect(xmlTextReaderConstValue(reader).map { String(cString: $0) } == "c")
  }

  @Test func whoeverCallsWhatIsNotThereIsTold() async {
    await #expect(processExitsWith: .exitCode(EX_SOFTWARE)) {
      var names: [UnsafePointer<CChar>?] = [UnsafePointer(strdup("libno-such-library.so.1")), nil]
      _ = lazy_function(nil, &names, "no_such_function")
    }
  }
}
