import Glibc

/// Paths as texts. The system's names are bytes, mostly UTF-8; what is not stands in a text as private characters, one for
/// each byte, and becomes that byte again when the system is asked. So every file can be named, and each by one text only.
public enum SystemPath {
  /// U+10FF80 … U+10FFFF, the last of the private characters, for the bytes 0x80 … 0xFF.
  private static let first: UInt32 = 0x10FF00

  public static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isByte) { return text }
    var text = String.UnicodeScalarView()
    var rest = Array(bytes)[...]
    while let byte = rest.first {
      if let scalar = firstScalar(of: rest), !isByte(scalar) {
        text.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        if let scalar = Unicode.Scalar(first + UInt32(byte)) { text.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// Of a text of C's.
  static func text(_ start: UnsafeMutablePointer<CChar>) -> String {
    text(UnsafeBufferPointer(start: start, count: strlen(start)).map(UInt8.init(bitPattern:)))
  }

  private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    (1...4).lazy.filter { $0 <= bytes.count }
      .compactMap { String(validating: bytes.prefix($0), as: UTF8.self)?.unicodeScalars.first }.first
  }

  /// Whether a character stands for a byte that is no UTF-8.
  static func isByte(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= first + 0x80 }

  public static func bytes(_ text: String) -> [UInt8] {
    // All these characters begin with the same byte, which no others do but those beyond U+FFFFF.
    guard text.utf8.contains(0xF4) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      isByte(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// The last name of a path; the path itself where it has none.
  public static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// - Parameter folder: empty for the current one; with a slash at its end or without.
  public static func path(of name: String, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The command line, whose own texts have lost what is no UTF-8.
  public static var arguments: [String] {
    (0..<Int(CommandLine.argc)).compactMap { index in
      CommandLine.unsafeArgv[index].map(text)
    }
  }
}

/// The system's calls on paths.
enum System {
  static func withPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    // A zero would end the path before its end.
    let bytes = SystemPath.bytes(path).map { $0 == 0 ? CChar(0x3F) : CChar(bitPattern: $0) } + [0]
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("it has the zero at its end") }
      return body(start)
    }
  }

  static func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    withPath(path) { Glibc.open($0, flags | O_CLOEXEC, mode) }
  }

  /// nil where there is nothing.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return withPath(path) { stat($0, &status) } == 0 ? status : nil
  }

  /// Of a link itself.
  static func linkStatus(_ path: String) -> stat? {
    var status = stat()
    return withPath(path) { lstat($0, &status) } == 0 ? status : nil
  }

  static func makeFolder(_ path: String) -> Int32 { withPath(path) { mkdir($0, 0o777) } }
  static func remove(_ path: String) { _ = withPath(path) { unlink($0) } }
  static func removeFolder(_ path: String) { _ = withPath(path) { rmdir($0) } }

  static func rename(_ old: String, _ new: String) -> Int32 {
    withPath(old) { old in withPath(new) { Glibc.rename(old, $0) } }
  }

  /// The path without links.
  static func real(_ path: String) -> String? {
    guard let real = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return SystemPath.text(real)
  }

  /// Names of a folder's entries in the order of their bytes; nil, and the reason in `errno`, where it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let folder = withPath(path, { opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { return nil }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { SystemPath.text($0) }
  }
}
