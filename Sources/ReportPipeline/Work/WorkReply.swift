public import ReportModel

/// What a worker answers.
public enum WorkReply: Sendable {
  case read(ReadReply)
  /// A report: one file, or one a page.
  case files([[UInt8]])
  case openData(OpenData)
  case volume(VolumeReply)
  case verification(Verification)
  case attachments(AttachedFileList)

  /// Whether anything is said against an input.
  var isRefusal: Bool {
    func hasErrors(_ diagnostics: [Diagnostic]) -> Bool { diagnostics.contains { $0.severity == .error } }
    return switch self {
    case .read(let reply): hasErrors(reply.configuration + reply.diagnostics)
    case .files: false
    case .openData(let data): data.isRefused
    case .volume(let reply): hasErrors(reply.diagnostics) || reply.openData.isRefused
    case .verification(let verification): verification.verdict != .identical
    case .attachments(let list): !list.damaged.isEmpty
    }
  }
}

/// A table as it was read.
public struct ReadReply: Sendable {
  /// One of the reports that can be made of it.
  public struct Item: Sendable {
    /// What its file is to be called, without ending (`OutputName`).
    public var name: String
    /// What is wrong in it, though it can be made.
    public var findings: [Diagnostic]
    /// What it would be made of; nil unless it was asked for.
    public var origin: Origin?
  }

  /// Errors of the configuration; with any, nothing was read.
  public var configuration: [Diagnostic] = []
  /// The configuration's file and its logos', none of which may be overwritten.
  public var configurationFiles: [String] = []
  /// Errors and notes of reading; with an error among them there is no report.
  public var diagnostics: [Diagnostic] = []
  public var reports: [Item] = []

  /// All there is to say, in the order to say it in.
  public var allDiagnostics: [Diagnostic] { configuration + diagnostics + reports.flatMap(\.findings) }

  /// Whether anything is wrong though it can be read: warnings of reading and of the audit, not mere notes.
  public var hasFindings: Bool { allDiagnostics.contains { $0.severity == .warning } }
}

/// A volume that was made, or why it was not.
public struct VolumeReply: Sendable {
  /// What its file is to be called, without ending (`OutputName`).
  public var name = ""
  /// Errors of the configuration; what is wrong in the tables, all of them at once; and what is to be known of the areas
  /// as a whole.
  public var diagnostics: [Diagnostic] = []
  /// The configuration's file and its logos', none of which may be overwritten.
  public var configurationFiles: [String] = []
  /// Areas that are missing, as the volume says, for their tables are broken.
  public var missing = 0
  /// The volume; nil where an error among the diagnostics forbids it.
  public var file: [UInt8]?
  /// What was wanted besides.
  public var openData = OpenData()
}

/// Why a request was not done.
public struct WorkFailure: Error, Sendable {
  public enum Kind: String, Sendable {
    /// The content of an input is wrong, or asks for more than any honest one does.
    case data
    /// An input cannot be opened or read.
    case input
    /// An error of ours.
    case software
    /// The memory that the system gives this program is used up.
    case memory
    /// A library of the system is missing.
    case library
    /// The output cannot be created.
    case creation
    /// Reading or writing failed part of the way.
    case transfer
  }

  public let kind: Kind
  public let diagnostics: [Diagnostic]

  public init(kind: Kind, diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }
}

extension WorkReply: WireValue {
  func write(to writer: inout WireWriter) {
    switch self {
    case .read(let reply):
      writer.put("read")
      reply.write(to: &writer)
    case .files(let files):
      writer.put("files")
      writer.put(files) { $0.put($1) }
    case .openData(let data):
      writer.put("open-data")
      data.write(to: &writer)
    case .volume(let reply):
      writer.put("volume")
      reply.write(to: &writer)
    case .verification(let verification):
      writer.put("verification")
      writer.put(verification.verdict.rawValue)
      writer.put(verification.diagnostics)
    case .attachments(let list):
      writer.put("attachments")
      writer.put(list.files) { writer, file in
        writer.put(file.name)
        writer.put(file.bytes)
      }
      writer.put(list.damaged)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    switch try reader.text() {
    case "read": self = .read(try ReadReply(from: &reader))
    case "files": self = .files(try reader.list { reader throws(WireError) in try reader.data() })
    case "open-data": self = .openData(try OpenData(from: &reader))
    case "volume": self = .volume(try VolumeReply(from: &reader))
    case "verification":
      self = .verification(
        Verification(
          verdict: try reader.oneOf(Verification.Verdict.self), diagnostics: try reader.list(of: Diagnostic.self)))
    case "attachments":
      let files = try reader.list { reader throws(WireError) in (name: try reader.text(), bytes: try reader.data()) }
      self = .attachments(AttachedFileList(files: files, damaged: try reader.list(of: Diagnostic.self)))
    default: throw WireError()
    }
  }
}

extension ReadReply: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(configuration)
    writer.put(configurationFiles) { $0.put($1) }
    writer.put(diagnostics)
    writer.put(reports) { writer, report in
      writer.put(report.name)
      writer.put(report.findings)
      writer.put(report.origin?.keyword)
    }
  }

  init(from reader: inout WireReader) throws(WireError) {
    configuration = try reader.list(of: Diagnostic.self)
    configurationFiles = try reader.list { reader throws(WireError) in try reader.text() }
    diagnostics = try reader.list(of: Diagnostic.self)
    reports = try reader.list { reader throws(WireError) in
      Item(
        name: try reader.text(), findings: try reader.list(of: Diagnostic.self),
        origin: try reader.optionalText().map(Origin.init))
    }
  }
}

extension VolumeReply: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(name)
    writer.put(diagnostics)
    writer.put(configurationFiles) { $0.put($1) }
    writer.put(missing)
    writer.put(file.map { [$0] } ?? []) { $0.put($1) }
    openData.write(to: &writer)
  }

  init(from reader: inout WireReader) throws(WireError) {
    name = try reader.text()
    diagnostics = try reader.list(of: Diagnostic.self)
    configurationFiles = try reader.list { reader throws(WireError) in try reader.text() }
    missing = try reader.number()
    file = try reader.list { reader throws(WireError) in try reader.data() }.first
    openData = try OpenData(from: &reader)
  }
}

extension WorkFailure: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(kind.rawValue)
    writer.put(diagnostics)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(kind: try reader.oneOf(Kind.self), diagnostics: try reader.list(of: Diagnostic.self))
  }
}
