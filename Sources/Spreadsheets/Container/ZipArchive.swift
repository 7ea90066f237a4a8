import CZip
import SystemLibraries

/// A ZIP archive in memory, read through libzip. Nothing is ever written to disk; sizes are bounded while unpacking,
/// whatever the archive says of itself.
final class ZipArchive: PackageParts {
  private let archive: OpaquePointer
  /// libzip reads from this memory as long as the archive is open.
  private let memory: UnsafeMutableRawBufferPointer
  private var unpacked = 0

  init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    do { try SystemLibrary.zip.require() } catch { throw .noLibrary(error) }
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    memory.copyBytes(from: bytes)
    guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, nil) else {
      memory.deallocate()
      throw .damaged(part: "ZIP")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      memory.deallocate()
      throw .damaged(part: "ZIP")
    }
    self.archive = archive
    try refuseDoubleNames()
  }

  /// Two entries of one name: readers would differ in which of them counts (ECMA-376-2, 7.3.4: names are compared
  /// without case).
  private func refuseDoubleNames() throws(SpreadsheetFailure) {
    var names: Set<String> = []
    for index in 0..<UInt64(SpreadsheetLimits.entries) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0 else { return }
      guard let name = status.name else { throw .damaged(part: "ZIP") }
      let text = String(cString: name)
      guard names.insert(text.lowercased()).inserted else { throw .damaged(part: text) }
    }
    throw .tooLarge(part: "ZIP")
  }

  deinit {
    zip_discard(archive)
    memory.deallocate()
  }

  private func index(_ name: String) -> Int64 {
    zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS))
  }

  func contains(_ name: String) -> Bool { index(name) >= 0 }

  func part(_ name: String) throws(SpreadsheetFailure) -> [UInt8]? {
    let index = index(name)
    guard index >= 0 else { return nil }
    try refuseEncrypted(UInt64(index), name)
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw .damaged(part: name) }
    defer { zip_fclose(file) }
    return try content(of: file, name)
  }

  private func refuseEncrypted(_ index: UInt64, _ name: String) throws(SpreadsheetFailure) {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged(part: name) }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != UInt16(ZIP_EM_NONE) {
      throw .encrypted
    }
  }

  /// libzip compares the checksum when the last byte is read.
  private func content(of file: OpaquePointer, _ name: String) throws(SpreadsheetFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(zip_fread(file, &buffer, UInt64(buffer.count)))
      guard count >= 0 else { throw .damaged(part: name) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      unpacked += count
      guard bytes.count <= SpreadsheetLimits.partBytes, unpacked <= SpreadsheetLimits.totalBytes else {
        throw .tooLarge(part: name)
      }
    }
  }
}
