import Glibc

/// What a process inherits from whoever starts it.
public enum ProcessState {
  /// Makes it what the program relies on; to be called first.
  public static func settle() {
    // Of a stream that is closed the next file opened would get the number, and what is said would be written to it. Of
    // these nothing can be read or written, and who tries is told.
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
      _ = System.open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
    // Where it is ignored, nobody learns how a child ended (wait(2)).
    signal(SIGCHLD, SIG_DFL)
    // Nobody who reads, and a file larger than is allowed, are failures to write, with words.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for name in libraryVariables { unsetenv(name) }
  }

  /// Names of variables by which libraries shape, draw or read otherwise: HarfBuzz takes another shaper by `HB_SHAPER_LIST`,
  /// Cairo writes otherwise with `CAIRO_DEBUG_PDF`.
  private static var libraryVariables: [String] {
    let prefixes = ["CAIRO_", "FREETYPE_", "FC_", "FONTCONFIG_", "G_", "GNUTLS_", "HB_", "PANGO_", "RSVG_", "XML_"]
    var names: [String] = []
    var entry = environ
    while let text = entry.pointee {
      let name = String(cString: text).prefix { $0 != "=" }
      if prefixes.contains(where: name.hasPrefix) { names.append(String(name)) }
      entry += 1
    }
    return names
  }
}
