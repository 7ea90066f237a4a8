/// What a worker is asked to do. Requests to make reports follow the one to read their table.
public enum WorkRequest: Hashable, Sendable {
  /// Reads a table; what may be made of it is asked for after.
  case read(ReadRequest)
  /// Makes a report of the table read last, the whole of it.
  /// - Parameter table: from 0.
  case make(table: Int, ReportFormat)
  /// Makes open data of the table read last.
  /// - Parameter table: from 0.
  case openData(table: Int, OpenDataRequest)
  /// Binds tables as one volume.
  case volume(VolumeRequest)
  /// Proves a report.
  /// - Parameters:
  ///   - against: path of the table it should be made of; nil trusts the one it carries.
  ///   - authorities: path of the certificates that signers' must come from; nil asks nobody.
  case verify(report: ReadRequest.Input, against: String?, authorities: String?)
  /// The files a PDF carries.
  case attachments(of: String)
}

/// A table to read, and what its reports are to be like.
public struct ReadRequest: Hashable, Sendable {
  public enum Input: Hashable, Sendable {
    /// By its path.
    case file(String)
    /// Given, under the name that messages call it by.
    case bytes([UInt8], name: String)
  }

  public enum Configuration: Hashable, Sendable {
    /// The default.
    case none
    /// `informe.yml` beside the table, if there is one.
    case beside
    /// The same, where others may write to the folder of this path: nothing outside of it is read, and no link is followed.
    case watched(String)
    /// Of this path.
    case file(String)
    /// Given, with the logos it names by the names it gives them.
    case text([UInt8], files: [String: [UInt8]])
  }

  public var input: Input
  /// The only sheet to read, by name or number; nil for all that are not hidden.
  public var sheet: String?
  public var configuration: Configuration
  public var overrides: ReportOverrides
  /// Whether `ReadReply.Item.origin` is wanted, which takes a look at all that the report would be made of.
  public var wantsOrigin: Bool

  public init(
    _ input: Input, sheet: String? = nil, configuration: Configuration = .none,
    overrides: ReportOverrides = ReportOverrides(), wantsOrigin: Bool = false
  ) {
    self.input = input
    self.sheet = sheet
    self.configuration = configuration
    self.overrides = overrides
    self.wantsOrigin = wantsOrigin
  }
}

/// Tables to bind as a volume, and what it is to be like.
public struct VolumeRequest: Hashable, Sendable {
  /// A table, and as the volume calls it: its name, with its folder below the volume's.
  public struct Table: Hashable, Sendable {
    public var input: ReadRequest.Input
    public var name: String

    public init(_ input: ReadRequest.Input, name: String) {
      self.input = input
      self.name = name
    }
  }

  public var tables: [Table]
  public var configuration: ReadRequest.Configuration
  public var overrides: ReportOverrides
  /// Whether an area whose table is broken may be missing, which the volume then says.
  public var skipsBroken: Bool
  /// What is wanted besides the volume.
  public var openData: OpenDataRequest
  /// Tables read at a time; it changes no byte.
  public var workers: Int

  public init(
    _ tables: [Table], configuration: ReadRequest.Configuration, overrides: ReportOverrides, skipsBroken: Bool,
    openData: OpenDataRequest = OpenDataRequest(), workers: Int = 1
  ) {
    self.openData = openData
    self.workers = workers
    self.tables = tables
    self.configuration = configuration
    self.overrides = overrides
    self.skipsBroken = skipsBroken
  }
}

/// Options that win over the configuration's, as the command line writes them; nil leaves what that says.
public struct ReportOverrides: Hashable, Sendable {
  public var paper: String?
  public var language: String?
  public var date: String?
  public var standard: String?
  /// A path: the year before.
  public var previous: String?

  public init(
    paper: String? = nil, language: String? = nil, date: String? = nil, standard: String? = nil, previous: String? = nil
  ) {
    self.paper = paper
    self.language = language
    self.date = date
    self.standard = standard
    self.previous = previous
  }
}

public enum ReportFormat: Hashable, Sendable {
  /// One file.
  case pdf
  /// A file for each page.
  case png(pixelsPerInch: Double)
  /// A file for each page.
  /// - Parameter atMost: pages; the rest are left out.
  case svg(atMost: Int = .max)
  /// The summary as plain text, one text of lines that end with a line feed.
  case summary
}

extension WorkRequest: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .read(let request):
      writer.put("read")
      request.write(to: &writer)
    case .make(let table, let format):
      writer.put("make")
      writer.put(table)
      format.write(to: &writer)
    case .openData(let table, let request):
      writer.put("open-data")
      writer.put(table)
      request.write(to: &writer)
    case .volume(let request):
      writer.put("volume")
      request.write(to: &writer)
    case .verify(let report, let input, let authorities):
      writer.put("verify")
      report.write(to: &writer)
      writer.put(input)
      writer.put(authorities)
    case .attachments(let report):
      writer.put("attachments")
      writer.put(report)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.text() {
    case "read": self = .read(try ReadRequest(from: &reader))
    case "make": self = .make(table: try reader.number(), try ReportFormat(from: &reader))
    case "open-data": self = .openData(table: try reader.number(), try OpenDataRequest(from: &reader))
    case "volume": self = .volume(try VolumeRequest(from: &reader))
    case "verify":
      self =
        .verify(
          report: try ReadRequest.Input(from: &reader), against: try reader.optionalText(),
          authorities: try reader.optionalText())
    case "attachments": self = .attachments(of: try reader.text())
    default: throw WireError()
    }
  }
}

extension ReadRequest: WireValue {
  func write(to writer: inout WireWriter) {
    input.write(to: &writer)
    writer.put(sheet)
    configuration.write(to: &writer)
    overrides.write(to: &writer)
    writer.put(wantsOrigin)
  }

  init(from reader: inout WireReader) throws(WireError) {
    input = try Input(from: &reader)
    sheet = try reader.optionalText()
    configuration = try Configuration(from: &reader)
    overrides = try ReportOverrides(from: &reader)
    wantsOrigin = try reader.flag()
  }
}

extension ReadRequest.Input: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .file(let path):
      writer.put("file")
      writer.put(path)
    case .bytes(let bytes, let name):
      writer.put("bytes")
      writer.put(bytes)
      writer.put(name)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.text() {
    case "file": self = .file(try reader.text())
    case "bytes": self = .bytes(try reader.data(), name: try reader.text())
    default: throw WireError()
    }
  }
}

extension VolumeRequest: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(tables) { writer, table in
      table.input.write(to: &writer)
      writer.put(table.name)
    }
    configuration.write(to: &writer)
    overrides.write(to: &writer)
    writer.put(skipsBroken)
    openData.write(to: &writer)
    writer.put(workers)
  }

  init(from reader: inout WireReader) throws(WireError) {
    tables = try reader.list { reader throws(WireError) in
      Table(try ReadRequest.Input(from: &reader), name: try reader.text())
    }
    configuration = try ReadRequest.Configuration(from: &reader)
    overrides = try ReportOverrides(from: &reader)
    skipsBroken = try reader.flag()
    openData = try OpenDataRequest(from: &reader)
    workers = try reader.number()
  }
}

extension ReportOverrides: WireValue {
  func write(to writer: inout WireWriter) {
    for text in [paper, language, date, standard, previous] { writer.put(text) }
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      paper: try reader.optionalText(), language: try reader.optionalText(), date: try reader.optionalText(),
      standard: try reader.optionalText(), previous: try reader.optionalText())
  }
}

extension ReadRequest.Configuration: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .none: writer.put("none")
    case .beside: writer.put("beside")
    case .watched(let folder):
      writer.put("watched")
      writer.put(folder)
    case .file(let path):
      writer.put("file")
      writer.put(path)
    case .text(let bytes, let files):
      writer.put("text")
      writer.put(bytes)
      writer.put(files.sorted { $0.key < $1.key }) { writer, file in
        writer.put(file.key)
        writer.put(file.value)
      }
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.text() {
    case "none": self = .none
    case "beside": self = .beside
    case "watched": self = .watched(try reader.text())
    case "file": self = .file(try reader.text())
    case "text":
      let bytes = try reader.data()
      let files = try reader.list { reader throws(WireError) in (try reader.text(), try reader.data()) }
      self = .text(bytes, files: Dictionary(files) { first, _ in first })
    default: throw WireError()
    }
  }
}

extension ReportFormat: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .pdf: writer.put("pdf")
    case .png(let pixelsPerInch):
      writer.put("png")
      writer.put(pixelsPerInch)
    case .svg(let most):
      writer.put("svg")
      writer.put(most)
    case .summary: writer.put("summary")
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.text() {
    case "pdf": self = .pdf
    case "png": self = .png(pixelsPerInch: try reader.double())
    case "svg": self = .svg(atMost: try reader.number())
    case "summary": self = .summary
    default: throw WireError()
    }
  }
}
