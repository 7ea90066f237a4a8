import CQPDF

/// A PDF file in libqpdf's hands; owns the C object.
final class QPDFDocument {
  private let qpdf: qpdf_data
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

  var root: Dictionary { Dictionary(qpdf, qpdf_get_root(qpdf)) }
  var info: Dictionary { Dictionary(qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Info")) }

  /// The whole file, objects packed in streams, its identifier made from its content.
  func written() throws(FinishingError) -> [UInt8] {
    try check(qpdf_init_write_memory(qpdf), "writing")
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate)
    qpdf_set_stream_data_mode(qpdf, qpdf_s_preserve)
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE)
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
  /// A dictionary of the file.
  struct Dictionary {
    private let qpdf: qpdf_data
    private let handle: qpdf_oh

    init(_ qpdf: qpdf_data, _ handle: qpdf_oh) {
      self.qpdf = qpdf
      self.handle = handle
    }

    /// A text string, in whichever of PDF's encodings holds it.
    func set(_ key: String, text: String) {
      qpdf_oh_replace_key(qpdf, handle, key, qpdf_oh_new_unicode_string(qpdf, text))
    }

    /// An object as PDF writes it.
    func set(_ key: String, object: String) {
      qpdf_oh_replace_key(qpdf, handle, key, qpdf_oh_parse(qpdf, object))
    }

    func remove(_ key: String) { qpdf_oh_remove_key(qpdf, handle, key) }
  }
}
