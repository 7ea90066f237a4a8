public import ReportModel

/// What is wanted of a table, or of a volume's, besides the report.
public struct OpenDataRequest: Hashable, Sendable {
  /// `datos.csv` and its descriptor.
  public var wantsPackage: Bool
  /// Path of a format of the transparency platform, to be filled in.
  public var template: String?

  public init(wantsPackage: Bool = false, template: String? = nil) {
    self.wantsPackage = wantsPackage
    self.template = template
  }

  public var isEmpty: Bool { !wantsPackage && template == nil }
}

/// What was made of it, to be written by `OpenDataFiles`.
public struct OpenData: Sendable {
  /// The files of the data package, in the order to write them in.
  public var package: [(name: String, bytes: [UInt8])] = []
  /// The format, filled in.
  public var form: [UInt8]?
  /// What is to be said of the format; with an error among it nothing was made.
  public var diagnostics: [Diagnostic] = []

  public init() {}

  public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }
}

extension OpenData {
  /// - Parameters:
  ///   - package: made only if it is wanted.
  ///   - areas: each under its name, whose activities the format takes.
  /// - Throws: when the format cannot be read as a file.
  init(
    _ request: OpenDataRequest, package: @autoclosure () -> DataPackage,
    areas: @autoclosure () -> [(name: String?, report: Report)]
  ) throws(FileFailure) {
    if let template = request.template {
      let source = Source(path: template, bytes: try InputFile.read(template, .ordinaryFile))
      (form, diagnostics) = TransparencyForm.filled(source, with: areas())
      guard !isRefused else { return }
    }
    if request.wantsPackage { self.package = package().files }
  }
}

extension OpenDataRequest: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(wantsPackage)
    writer.put(template)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(wantsPackage: try reader.flag(), template: try reader.optionalText())
  }
}

extension OpenData: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(package) { writer, file in
      writer.put(file.name)
      writer.put(file.bytes)
    }
    writer.put(form) { $0.put($1) }
    writer.put(diagnostics)
  }

  init(from reader: inout WireReader) throws(WireError) {
    package = try reader.list { reader throws(WireError) in (name: try reader.text(), bytes: try reader.data()) }
    form = try reader.optional { reader throws(WireError) in try reader.data() }
    diagnostics = try reader.list(of: Diagnostic.self)
  }
}
