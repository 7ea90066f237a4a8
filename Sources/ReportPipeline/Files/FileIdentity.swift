import Glibc

/// A file or folder itself, by whatever name or link it is reached.
public struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// nil where there is nothing.
  public init?(_ path: String) {
    guard let status = System.status(path) else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
