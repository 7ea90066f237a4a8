import ReportConfiguration
import ReportPipeline

/// What a clerk sends: files, and the options of the page's form.
struct UploadedForm {
  struct File {
    /// Without folders.
    let name: String
    let bytes: [UInt8]
  }

  /// Why a form is not taken.
  enum Fault: Error {
    case malformed
    /// No file where there should be one.
    case nothingSent
    /// More tables than can be answered for at once.
    case severalTables
    /// Areas of a volume are told apart by the names of their tables, logos by their own.
    case sameName
  }

  private(set) var tables: [File] = []
  /// To be verified.
  private(set) var report: File?
  /// Which of the table's reports is wanted, from 0.
  private(set) var number = 0
  private var draft = ConfigurationDraft()
  private var logos: [String: [UInt8]] = [:]
  /// An `informe.yml` kept from another time, in place of the options.
  private var kept: [UInt8]?

  init(_ form: MultipartForm) throws(Fault) {
    var signers: [(role: String, name: String, post: String)] = []
    for part in form.parts {
      if let fileName = part.fileName {
        // A file that was not chosen is a nameless one without bytes.
        if !fileName.isEmpty || !part.bytes.isEmpty { try take(part, File(fileName, part.bytes)) }
        continue
      }
      guard let text = part.text else { throw .malformed }
      switch part.name {
      case "signer-role": signers.append((text, "", ""))
      case "signer-name" where !signers.isEmpty: signers[signers.count - 1].name = text
      case "signer-post" where !signers.isEmpty: signers[signers.count - 1].post = text
      case "number": number = Int(text) ?? 0
      case let key where ConfigurationDraft.keys.contains(key): if !text.isEmpty { draft.values[key] = text }
      default: throw .malformed
      }
    }
    draft.signers = signers.filter { !$0.name.isEmpty || !$0.post.isEmpty }.map {
      ConfigurationDraft.Signer(role: $0.role, name: $0.name, post: $0.post.isEmpty ? nil : $0.post)
    }
  }

  private mutating func take(_ part: MultipartForm.Part, _ file: File) throws(Fault) {
    switch part.name {
    case "table": tables.append(file)
    case "report": report = file
    case "configuration": kept = file.bytes
    case "logo-left": try takeLogo(file, .left)
    case "logo-right": try takeLogo(file, .right)
    default: throw .malformed
    }
  }

  private mutating func takeLogo(_ file: File, _ side: LogoReference.Side) throws(Fault) {
    guard logos[file.name] == nil || logos[file.name] == file.bytes else { throw .sameName }
    draft.logos[side] = ConfigurationDraft.Logo(file: file.name)
    logos[file.name] = file.bytes
  }

  /// The options as `informe.yml` says them, to be kept beside the tables.
  var configurationText: [UInt8] { kept ?? Array(draft.text.utf8) }

  var configuration: ReadRequest.Configuration {
    kept == nil && draft.isEmpty ? .none : .text(configurationText, files: logos)
  }
}

extension UploadedForm.File {
  fileprivate init(_ name: String, _ bytes: ArraySlice<UInt8>) {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    // Messages, attached files and their descriptions name it.
    let visible = String(last.unicodeScalars.prefix(120).filter { !$0.properties.isControl })
    self.init(name: visible.isEmpty || visible.allSatisfy { $0 == "." } ? "tabla" : visible, bytes: Array(bytes))
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool {
    [.control, .lineSeparator, .paragraphSeparator, .format].contains(generalCategory)
  }
}
