/// A C library of the system that the program works with.
public enum SystemLibrary: CaseIterable, Sendable {
  case cairo
  case freeType
  case harfBuzz
  case hyphen
  case deflate
  case zlib
  case nettle
  case utf8proc
  case yaml
  case turboJPEG
  case qpdf
  case zip
  case xml2
  case rsvg
  case crypto

  /// As its authors write it.
  public var name: String {
    switch self {
    case .cairo: "Cairo"
    case .freeType: "FreeType"
    case .harfBuzz: "HarfBuzz"
    case .hyphen: "Hyphen"
    case .deflate: "libdeflate"
    case .zlib: "zlib"
    case .nettle: "Nettle"
    case .utf8proc: "utf8proc"
    case .yaml: "libyaml"
    case .turboJPEG: "libjpeg-turbo"
    case .qpdf: "libqpdf"
    case .zip: "libzip"
    case .xml2: "libxml2"
    case .rsvg: "librsvg"
    case .crypto: "OpenSSL"
    }
  }

  /// The oldest version that has all that is called: those of Debian 12 and Ubuntu 22.04, whichever is lower. nil where the
  /// library does not tell its version.
  public var floor: LibraryVersion? {
    switch self {
    case .cairo: LibraryVersion(1, 16)
    case .freeType: LibraryVersion(2, 11)
    case .harfBuzz: LibraryVersion(2, 7)
    case .nettle: LibraryVersion(3, 7)
    case .zlib: LibraryVersion(1, 2, 11)
    case .utf8proc: LibraryVersion(2, 6)
    case .yaml: LibraryVersion(0, 2, 5)
    case .qpdf: LibraryVersion(10, 6)
    case .zip: LibraryVersion(1, 7)
    case .xml2: LibraryVersion(2, 9, 10)
    case .rsvg: LibraryVersion(2, 52)
    case .crypto: LibraryVersion(3, 0)
    case .hyphen, .deflate, .turboJPEG: nil
    }
  }

  /// Loaded when first called rather than with the program.
  public var isLazy: Bool {
    switch self {
    case .qpdf, .zip, .xml2, .rsvg, .crypto: true
    default: false
    }
  }

  /// Makes sure that the library can be called.
  public func require() throws(LibraryFault) {
    guard isInstalled else { throw LibraryFault(library: self, found: version) }
    guard let floor, let version else { return }
    guard version >= floor else { throw LibraryFault(library: self, found: version) }
  }

  /// The first library loaded with the program that is too old for it.
  public static var linkedFault: LibraryFault? {
    for library in allCases where !library.isLazy {
      do { try library.require() } catch { return error }
    }
    return nil
  }
}

/// A library that is missing or too old.
public struct LibraryFault: Error, Hashable, Sendable {
  public let library: SystemLibrary
  /// nil where the system has none, or has one of another interface.
  public let found: LibraryVersion?
}
