import CCairo
import CCrypto
import CHarfBuzz
import CLazy
import CNettle
import CQPDF
import CRsvg
import CUTF8Proc
import CXML2
import CYAML
import CZip
import CZlib

extension SystemLibrary {
  /// Whether all functions that are called are there; a library linked with the program always is.
  var isInstalled: Bool {
    switch self {
    case .qpdf: qpdf_is_installed()
    case .zip: zip_is_installed()
    case .xml2: xml2_is_installed()
    case .rsvg: rsvg_is_installed()
    case .crypto: crypto_is_installed()
    default: true
    }
  }

  /// Whether one of them could not be loaded, though it is there, for there was no memory for it.
  public static var lackedMemory: Bool { lazy_lacked_memory() }

  /// What the library says of itself at run time; nil where it is missing or does not tell. Loads it.
  public var version: LibraryVersion? {
    switch self {
    case .cairo: text(cairo_version_string())
    case .freeType: SystemLibrary.freeTypeVersion
    case .harfBuzz: text(hb_version_string())
    case .zlib: text(zlibVersion())
    case .nettle: LibraryVersion(Int(nettle_version_major()), Int(nettle_version_minor()))
    case .utf8proc: text(utf8proc_version())
    case .yaml: text(yaml_get_version_string())
    case .qpdf: text(qpdf_found_version())
    case .zip: text(zip_found_version())
    case .xml2: SystemLibrary.xml2Version
    case .rsvg: SystemLibrary.rsvgVersion
    case .crypto: text(crypto_found_version())
    case .hyphen, .deflate, .turboJPEG: nil
    }
  }

  /// The package that Debian and Ubuntu have it in.
  public var package: String {
    switch self {
    case .cairo: "libcairo2"
    case .freeType: "libfreetype6"
    case .harfBuzz: "libharfbuzz0b"
    case .hyphen: "libhyphen0"
    case .deflate: "libdeflate0"
    case .zlib: "zlib1g"
    case .nettle: "libnettle8"
    case .utf8proc: "libutf8proc3"
    case .yaml: "libyaml-0-2"
    case .turboJPEG: "libturbojpeg0"
    case .qpdf: SystemLibrary.package(of: qpdf_soname)
    case .zip: SystemLibrary.package(of: zip_soname)
    case .xml2: "libxml2"
    case .rsvg: "librsvg2-2"
    case .crypto: "libssl3"
    }
  }

  private func text(_ version: UnsafePointer<CChar>?) -> LibraryVersion? {
    version.flatMap { LibraryVersion(parsing: String(cString: $0)) }
  }

  /// A package is called by the library's name and the number of its interface (Debian Policy, 8.1).
  private static func package(of soname: UnsafePointer<CChar>) -> String {
    String(cString: soname).split(separator: ".so.").joined()
  }

  private static var freeTypeVersion: LibraryVersion? {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return nil }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return LibraryVersion(Int(major), Int(minor), Int(patch))
  }

  /// Told as one number: 20914 is 2.9.14.
  private static var xml2Version: LibraryVersion? {
    guard let number = xml2_found_version().flatMap({ Int(String(cString: $0).prefix { $0.isNumber }) }) else {
      return nil
    }
    return LibraryVersion(number / 10_000, number / 100 % 100, number % 100)
  }

  private static var rsvgVersion: LibraryVersion? {
    var (major, minor, micro): (UInt32, UInt32, UInt32) = (0, 0, 0)
    guard rsvg_find_version(&major, &minor, &micro) else { return nil }
    return LibraryVersion(Int(major), Int(minor), Int(micro))
  }
}
