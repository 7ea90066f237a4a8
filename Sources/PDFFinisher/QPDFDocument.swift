import CQPDF
import Glibc

/// A PDF file in libqpdf's hands; owns the C object.
final class QPDFDocument {
  fileprivate let qpdf: qpdf_data
  /// libqpdf reads from here for as long as it lives.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// - Parameter bytes: a whole file.
  init(_ bytes: [UInt8]) throws(FinishingError) {
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
    guard let qpdf = qpdf_init() else { preconditionFailure("libqpdf has no memory") }
    self.qpdf = qpdf
    qpdf_silence_errors(qpdf)
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE)
    try check(qpdf_read_memory(qpdf, "report", source.baseAddress, UInt64(source.count), nil), "reading")
  }

  deinit {
    var pointer: qpdf_data? = qpdf
    qpdf_cleanup(&pointer)
    source.deallocate()
  }

  var root: Object { Object(self, qpdf_get_root(qpdf)) }
  var info: Object { Object(self, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Info")) }
  var pageCount: Int { Int(qpdf_get_num_pages(qpdf)) }

  func page(_ index: Int) -> Object { Object(self, qpdf_get_page_n(qpdf, index)) }

  /// A dictionary of its own in the file, for others to refer to.
  func newDictionary() -> Object {
    let direct = newDirectDictionary()
    return Object(self, qpdf_make_indirect_object(qpdf, direct.handle))
  }

  func newDirectDictionary() -> Object { Object(self, qpdf_oh_new_dictionary(qpdf)) }
  func newArray() -> Object { Object(self, qpdf_oh_new_array(qpdf)) }
  func number(_ value: Int) -> Object { Object(self, qpdf_oh_new_integer(qpdf, Int64(value))) }
  func text(_ value: String) -> Object {
    Object(self, value.withCString { qpdf_oh_new_unicode_string(qpdf, $0) })
  }
  func parsed(_ object: String) -> Object { Object(self, qpdf_oh_parse(qpdf, object)) }

  func newStream(_ bytes: [UInt8], _ entries: [(String, String)]) -> Object {
    let stream = Object(self, qpdf_oh_new_stream(qpdf))
    stream.replaceData(bytes)
    let dictionary = Object(self, qpdf_oh_get_dict(qpdf, stream.handle))
    for (key, value) in entries { dictionary.set(key, object: value) }
    return stream
  }

  /// All that is drawn on a page, decoded.
  func content(ofPage page: Object) throws(FinishingError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    try check(qpdf_oh_get_page_content_data(qpdf, page.handle, &buffer, &length), "content of a page")
    defer { free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// The whole file, objects packed in streams, its identifier made from its content.
  func written() throws(FinishingError) -> [UInt8] {
    try check(qpdf_init_write_memory(qpdf), "writing")
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate)
    qpdf_set_stream_data_mode(qpdf, qpdf_s_compress)
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE)
    // ISO 19005-3, 6.1.7.1.
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE)
    try check(qpdf_write(qpdf), "writing")
    guard let buffer = qpdf_get_buffer(qpdf) else { throw FinishingError(description: "libqpdf wrote nothing") }
    return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(qpdf)))
  }

  /// A warning counts as well: our own file must give no cause for any.
  private func check(_ code: QPDF_ERROR_CODE, _ what: String) throws(FinishingError) {
    guard code != 0 || qpdf_has_error(qpdf) != QPDF_FALSE else { return }
    let words = qpdf_get_error(qpdf).flatMap { qpdf_get_error_full_text(qpdf, $0) }.map { String(cString: $0) }
    throw FinishingError(description: "\(what): \(words ?? "code \(code)")")
  }
}

extension QPDFDocument {
  /// An object of the file.
  ///
  /// libqpdf keeps what it has handed out until told otherwise, a few hundred bytes each time: so each is given back.
  final class Object {
    private let document: QPDFDocument
    fileprivate let handle: qpdf_oh
    private var qpdf: qpdf_data { document.qpdf }

    fileprivate init(_ document: QPDFDocument, _ handle: qpdf_oh) {
      self.document = document
      self.handle = handle
    }

    deinit { qpdf_oh_release(document.qpdf, handle) }

    subscript(key: String) -> Object { Object(document, qpdf_oh_get_key(qpdf, handle, key)) }
    subscript(index: Int) -> Object { Object(document, qpdf_oh_get_array_item(qpdf, handle, Int32(index))) }

    /// Items of an array; 0 for anything else.
    var count: Int {
      qpdf_oh_is_array(qpdf, handle) == QPDF_FALSE ? 0 : Int(qpdf_oh_get_array_n_items(qpdf, handle))
    }

    /// The keys of a dictionary, in the file's order.
    var keys: [String] {
      var keys: [String] = []
      guard qpdf_oh_is_dictionary(qpdf, handle) != QPDF_FALSE else { return keys }
      qpdf_oh_begin_dict_key_iter(qpdf, handle)
      while qpdf_oh_dict_more_keys(qpdf) != QPDF_FALSE {
        if let key = qpdf_oh_dict_next_key(qpdf) { keys.append(String(cString: key)) }
      }
      return keys
    }

    /// Of a text string; nil for anything else.
    var text: String? {
      guard qpdf_oh_is_string(qpdf, handle) != QPDF_FALSE else { return nil }
      return qpdf_oh_get_utf8_value(qpdf, handle).map { String(cString: $0) }
    }

    func isName(_ name: String) -> Bool { qpdf_oh_is_name_and_equals(qpdf, handle, name) != QPDF_FALSE }

    func set(_ key: String, _ value: Object) { qpdf_oh_replace_key(qpdf, handle, key, value.handle) }

    /// A text string, in whichever of PDF's encodings holds it.
    func set(_ key: String, text: String) {
      set(key, Object(document, qpdf_oh_new_unicode_string(qpdf, text)))
    }

    /// An object as PDF writes it.
    func set(_ key: String, object: String) {
      set(key, Object(document, qpdf_oh_parse(qpdf, object)))
    }

    func append(_ item: Object) { qpdf_oh_append_item(qpdf, handle, item.handle) }
    func remove(_ key: String) { qpdf_oh_remove_key(qpdf, handle, key) }

    /// Of a stream, not yet compressed.
    func replaceData(_ bytes: [UInt8]) {
      let none = Object(document, qpdf_oh_new_null(qpdf))
      qpdf_oh_replace_stream_data(qpdf, handle, bytes, bytes.count, none.handle, none.handle)
    }
  }
}
