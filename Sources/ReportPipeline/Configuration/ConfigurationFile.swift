import Glibc
public import ReportConfiguration
import ReportLayout
public import ReportModel
import TextShaping

/// Configurations as files, with the logos they name.
public enum ConfigurationFile {
  /// Looked for beside each input.
  public static let name = "informe.yml"

  /// Whether there is something of that name, be it a link that leads nowhere: that is an error rather than nothing.
  public static func exists(_ path: String) -> Bool { System.linkStatus(path) != nil }

  /// - Parameter kind: what it and the files that it names must be.
  /// - Throws: when it cannot be read; what is wrong inside is among the diagnostics.
  static func read(
    _ path: String, _ kind: InputFile.Kind = .ordinaryFile
  ) throws(FileFailure) -> LoadedConfiguration {
    let folder = Folder.part(of: path)
    var files = [path]
    func place(of name: String) -> String { name.hasPrefix("/") ? name : folder + name }
    var loaded = LoadedConfiguration(
      try InputFile.read(path, kind), file: path,
      logo: { name throws(FileFailure) in
        files.append(place(of: name))
        return try InputFile.read(files[files.count - 1], kind)
      },
      previous: { name throws(FileFailure) in
        let sources = try PreviousFiles.read(place(of: name), kind)
        files += sources.map(\.path)
        return sources
      })
    loaded.files = files
    return loaded
  }

  /// Writes a commented example, where no file of that name is.
  public static func writeExample(to path: String, in language: Language) throws(FileFailure) {
    try NewFile.write(Array(ConfigurationExample.text(in: language).utf8), to: path)
  }

  /// As the example names it for editors.
  public static let schemaName = "informe.schema.json"

  /// Writes the schema of configurations, where no file of that name is.
  public static func writeSchema(to path: String, in language: Language) throws(FileFailure) {
    try NewFile.write(SchemaJSON.text(language), to: path)
  }

  /// Whether the configuration beside an input names its office. What is wrong with it is told where a report is made.
  public static func namesDepartment(beside input: String) -> Bool {
    let path = beside(input)
    guard exists(path), let bytes = try? InputFile.read(path, .ordinaryFile) else { return false }
    return ConfigurationReader.read(bytes, file: path).configuration.layout.department != nil
  }

  /// Where the configuration of an input is looked for.
  public static func beside(_ input: String) -> String { Folder.part(of: input) + name }
}

/// A configuration with its logos, looked through; not to be used where there are diagnostics.
public struct LoadedConfiguration: Sendable {
  public var configuration = ReportConfiguration()
  /// Errors, each with its place in the configuration's text.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The configuration's file and its logos', none of which may be overwritten.
  public internal(set) var files: [String] = []

  /// The default.
  public init() {}

  /// - Parameter file: the name to tell the user.
  /// - Parameter logo: the bytes of a logo by the name the text gives it.
  /// - Parameter largest: of the text, in bytes.
  /// - Parameter previous: the files of the year before, by the name the text gives it; nil where it is one file like the logos.
  init(
    _ bytes: [UInt8], file: String, largest: Int = ConfigurationReader.largest,
    logo: (String) throws(FileFailure) -> [UInt8], previous: ((String) throws(FileFailure) -> [Source])? = nil
  ) {
    let reading = ConfigurationReader.read(bytes, file: file, largest: largest)
    configuration = reading.configuration
    diagnostics = reading.diagnostics
    if !reading.texts.isEmpty {
      diagnostics += UnsettableText.diagnostics(for: reading.texts, TextShaper(hyphenating: .spanish))
    }
    for reference in reading.logos {
      do throws(LogoFailure) {
        configuration.layout.logos[reference.side] = try LogoLoader.load(reference, logo)
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    guard let name = reading.previous else { return }
    loadPrevious(name) { path throws(FileFailure) in
      if let previous { return try previous(path) }
      return [Source(path: path, bytes: try logo(path))]
    }
  }

  /// - Parameters:
  ///   - name: of a report, of data or of a table of the year before, or of a folder of tables.
  ///   - read: the file, or the folder's tables.
  mutating func loadPrevious(_ name: Sourced<String>, _ read: (String) throws(FileFailure) -> [Source]) {
    do throws(FileFailure) {
      let sources = try read(name.value)
      do throws(PreviousData.Unusable) {
        configuration.previous = try PreviousData(sources)
      } catch {
        diagnostics.append(LoadedConfiguration.noPrevious(Sourced(error.path, at: name.location)))
        diagnostics += error.errors
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  /// Takes the year before, and what is to be said of it, from another.
  mutating func takePrevious(of other: LoadedConfiguration) {
    configuration.previous = other.configuration.previous
    diagnostics += other.diagnostics
    files += other.files
  }

  private static func noPrevious(_ name: Sourced<String>) -> Diagnostic {
    let (most, values) = (PreviousData.mostActivities, JSONReader.mostValues)
    return Diagnostic(
      code: DiagnosticCode.previousUnusable, severity: .error,
      message: LocalizedText(
        es: "«\(name.value)» no es un informe con sus datos adjuntos ni una tabla que se pueda leer",
        en: "“\(name.value)” is neither a report with its data attached nor a table that can be read"),
      hint: LocalizedText(
        es:
          "Use el PDF del informe del año anterior como se emitió, su datos.json (hasta \(most) actividades y \(values) valores) o su tabla, sin errores.",
        en:
          "Use the PDF of the year before as it was issued, its datos.json (of at most \(most) activities and \(values) values) or its table, without errors."
      ), at: name.location)
  }

  /// Paper, margins and logos each may be right and still leave no room for a table and charts.
  mutating func checkRoom(file: String) {
    if diagnostics.isEmpty { diagnostics += ConfigurationReader.lacksRoom(configuration, file: file) }
  }
}

extension LoadedConfiguration {
  /// The configuration again that `ReportConfiguration.text` and `logoFiles` came from.
  /// - Parameter files: by name.
  public init(text: [UInt8], file: String, files: [String: [UInt8]]) {
    self.init(text, file: file, largest: ConfigurationReader.largestCarried) { name throws(FileFailure) in
      guard let bytes = files[name] else { throw InputFile.failure(name, ENOENT) }
      return bytes
    }
  }
}
