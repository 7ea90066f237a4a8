import CQPDF
import Glibc

/// An object of a file, to be read only; what is not there is null.
///
/// libqpdf keeps what it has handed out until told otherwise, so each is given back.
final class PDFObject {
  private let file: PDFFile
  private let handle: qpdf_oh
  private var qpdf: qpdf_data { file.qpdf }

  init(_ file: PDFFile, _ handle: qpdf_oh) {
    self.file = file
    self.handle = handle
  }

  deinit { qpdf_oh_release(file.qpdf, handle) }

  enum Kind {
    case array
    case dictionary
    case stream
    /// Number, string, name, boolean or null.
    case plain
  }

  var kind: Kind {
    switch qpdf_oh_get_type_code(qpdf, handle) {
    case ot_array: .array
    case ot_dictionary: .dictionary
    case ot_stream: .stream
    default: .plain
    }
  }

  /// The object's number; nil for one that stands inside another.
  var number: Int? {
    let number = qpdf_oh_get_object_id(qpdf, handle)
    return number == 0 ? nil : Int(number)
  }

  /// Of a dictionary, or of a stream's.
  subscript(key: String) -> PDFObject {
    let dictionary = kind == .stream ? qpdf_oh_get_dict(qpdf, handle) : handle
    defer { if dictionary != handle { qpdf_oh_release(qpdf, dictionary) } }
    guard qpdf_oh_is_dictionary(qpdf, dictionary) != QPDF_FALSE else { return PDFObject(file, qpdf_oh_new_null(qpdf)) }
    return PDFObject(file, qpdf_oh_get_key(qpdf, dictionary, key))
  }

  subscript(index: Int) -> PDFObject { PDFObject(file, qpdf_oh_get_array_item(qpdf, handle, Int32(index))) }

  /// Items of an array; none for anything else.
  var items: [PDFObject] {
    guard kind == .array else { return [] }
    return (0..<Int(qpdf_oh_get_array_n_items(qpdf, handle))).map { self[$0] }
  }

  /// The keys of a dictionary or of a stream's, sorted.
  var keys: [String] {
    let dictionary = kind == .stream ? qpdf_oh_get_dict(qpdf, handle) : handle
    defer { if dictionary != handle { qpdf_oh_release(qpdf, dictionary) } }
    guard qpdf_oh_is_dictionary(qpdf, dictionary) != QPDF_FALSE else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(qpdf, dictionary)
    while qpdf_oh_dict_more_keys(qpdf) != QPDF_FALSE {
      if let key = qpdf_oh_dict_next_key(qpdf) { keys.append(String(cString: key)) }
    }
    return keys.sorted()
  }

  var isNull: Bool { qpdf_oh_is_null(qpdf, handle) != QPDF_FALSE }

  /// Of a text string; nil for anything else.
  var text: String? {
    guard qpdf_oh_is_string(qpdf, handle) != QPDF_FALSE else { return nil }
    var count = 0
    guard let start = qpdf_oh_get_binary_utf8_value(qpdf, handle, &count) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// What the bytes of a text string say, wherever in the file they stand.
  func text(of bytes: [UInt8]) -> String {
    let handle = bytes.withUnsafeBytes {
      qpdf_oh_new_binary_string(qpdf, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    return PDFObject(file, handle).text ?? ""
  }

  /// Of a string of bytes; nil for anything else.
  var bytes: [UInt8]? {
    guard qpdf_oh_is_string(qpdf, handle) != QPDF_FALSE else { return nil }
    var count = 0
    guard let start = qpdf_oh_get_binary_string_value(qpdf, handle, &count) else { return nil }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Of a name, without its slash; nil for anything else.
  var name: String? {
    guard qpdf_oh_is_name(qpdf, handle) != QPDF_FALSE else { return nil }
    return qpdf_oh_get_name(qpdf, handle).map { String(cString: $0 + 1) }
  }

  var integer: Int? {
    qpdf_oh_is_integer(qpdf, handle) == QPDF_FALSE ? nil : Int(qpdf_oh_get_int_value(qpdf, handle))
  }

  func map(of font: PDFObject) -> CharacterMap { file.map(of: font) }

  /// As PDF writes it; for plain objects.
  var notation: String { qpdf_oh_unparse_resolved(qpdf, handle).map { String(cString: $0) } ?? "" }
}

extension PDFObject {
  /// A stream's data, unpacked.
  func data() throws(PDFReadingError) -> [UInt8] {
    guard kind == .stream else { throw .damagedStream }
    let packed = try packedData()
    let filters = filters
    switch filters {
    case []: return packed
    // What a predictor makes of the data is of no use to anyone here, and no report has one.
    case ["FlateDecode"] where self["/DecodeParms"]["/Predictor"].isNull:
      let unpacked: [UInt8]
      do throws(PDFReadingError) {
        unpacked = try Inflate.bytes(packed, limit: file.room)
      } catch {
        if error == .tooLarge { try file.use(.max) }
        throw error
      }
      try file.use(unpacked.count)
      return unpacked
    default: throw .unknownFilter(filters.joined(separator: " "))
    }
  }

  /// Of a stream, in the order they are undone.
  var filters: [String] {
    let filter = self["/Filter"]
    return filter.kind == .array ? filter.items.prefix(8).map { $0.name ?? "?" } : [filter.name].compactMap(\.self)
  }

  /// Of a stream, as the file has them.
  func packedData() throws(PDFReadingError) -> [UInt8] {
    try file.use(0)
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let code = qpdf_oh_get_stream_data(qpdf, handle, qpdf_dl_none, nil, &buffer, &count)
    defer { free(buffer) }
    guard PDFFile.takeError(qpdf) == nil, code & QPDF_ERRORS == 0 else { throw .damagedStream }
    try file.use(count)
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }
}
