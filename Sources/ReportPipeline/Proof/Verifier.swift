import PDFReading
import Signing

/// Proves reports: makes each anew of what it carries, the same way it was made, and compares.
public struct Verifier: Sendable {
  /// Makes the report of a source; nil when it makes none.
  let render: @Sendable (Source, Recipe) -> [UInt8]?

  /// Whether to look for what differs, besides that something does.
  let tellsDifferences: Bool

  public init() { self.init(tellsDifferences: true, render: Verifier.rendered) }

  /// For tests, which need not make and take apart the same report a thousand times.
  init(tellsDifferences: Bool, render: @escaping @Sendable (Source, Recipe) -> [UInt8]?) {
    self.tellsDifferences = tellsDifferences
    self.render = render
  }

  /// - Parameter input: the file the report is said to be made from; nil trusts the one it carries.
  /// - Throws: when the report, or the input, cannot be read.
  /// - Parameter authorities: a file of certificates, one of which must have issued each signer's; nil asks nobody.
  public func verify(
    _ report: String, against input: String? = nil, authorities: String? = nil
  ) throws(ProofFailure) -> Verification {
    let bytes = try Verifier.read(report, largest: InputFile.largestReport)
    let source = try input.map { path throws(ProofFailure) in
      Source(path: path, bytes: try Verifier.read(path, largest: InputFile.largest))
    }
    let certificates = try authorities.map(Verifier.certificates)
    return try verify(bytes, named: report, against: source, authorities: certificates, named: authorities)
  }

  /// The report is proved as it was before it was signed, and then each signature.
  func verify(
    _ bytes: [UInt8], named path: String, against input: Source?, authorities: [Certificate]? = nil,
    named authorityName: String? = nil
  ) throws(ProofFailure) -> Verification {
    guard let signed = SignedReport(bytes), signed.hasSignatures else {
      return try verify(unsigned: bytes, named: path, against: input)
    }
    let proof = SignatureProof(signed: signed, path: path, authorities: authorities, authorityName: authorityName)
    return proof.verification(of: try verify(unsigned: signed.report, named: path, against: input))
  }

  private static func certificates(_ path: String) throws(ProofFailure) -> [Certificate] {
    let bytes = try read(path, largest: 1 << 20)
    do throws(SigningError) {
      return try Certificate.all(bytes)
    } catch {
      throw .noCertificates(path)
    }
  }

  private func verify(
    unsigned bytes: [UInt8], named path: String, against input: Source?
  ) throws(ProofFailure) -> Verification {
    let file = try Verifier.open(bytes, path)
    let carried = CarriedFiles(all: file.embeddedFiles())
    var account = Account(path: path, isAgainstInput: input != nil)
    for name in carried.damaged { account.add(.damagedAttachment(name)) }
    if let input, let own = carried.source, own.bytes != input.bytes { account.add(.otherSource(input.path)) }
    guard let (source, recipe) = basis(of: file, carried, input) else {
      return account.withoutData(of: file, carried)
    }
    guard let made = render(source, recipe) else {
      account.add(.unusableSource(source.name))
      return account.verification(.altered, recipe)
    }
    if made == bytes { return account.verification(.identical, recipe) }
    let isOurs = carried.recipe != nil && recipe.program == Program.signature
    guard tellsDifferences || !isOurs else { return account.verification(.altered, recipe) }
    let expected = try Verifier.open(made, path)
    if !isOurs, account.isEmpty, Verifier.isSameContent(file, expected) {
      account.add(drawn: file.differences(from: expected))
      return account.verification(.sameContent, recipe)
    }
    account.add(file.differences(from: expected))
    account.addPacking(found: bytes, expected: made)
    return account.verification(.altered, recipe)
  }

  /// What the report is to be made of, and how; nil when the file says neither.
  private func basis(of file: PDFFile, _ carried: CarriedFiles, _ input: Source?) -> (Source, Recipe)? {
    let own = carried.source.flatMap(Source.init)
    guard let source = input?.named(own?.path) ?? own,
      let recipe = carried.recipe ?? Recipe(inferredFrom: file, source, beside: input?.path)
    else { return nil }
    return (source, recipe)
  }

  /// By the same way as `render`, of which nothing but reading the file is left out.
  static func rendered(_ source: Source, _ recipe: Recipe) -> [UInt8]? {
    let reading = Job.read(source, sheet: recipe.onlySheet)
    guard reading.reports.indices.contains(recipe.table) else { return nil }
    return try? Job.pdf(reading, table: recipe.table, options: recipe.options)
  }

  /// The same words on each page, the same read aloud, the same data carried.
  private static func isSameContent(_ found: PDFFile, _ expected: PDFFile) -> Bool {
    let (a, b) = (CarriedFiles(all: found.embeddedFiles()), CarriedFiles(all: expected.embeddedFiles()))
    return content(found) == content(expected) && a.data == b.data && a.all.count == b.all.count
  }

  /// Another version is another origin, which says nothing to a reader.
  private static func content(_ file: PDFFile) -> PDFContent {
    var content = PDFContent(file)
    content.keywords = content.keywords.map(Origin.removed(from:))
    return content
  }

  private static func read(_ path: String, largest: Int) throws(ProofFailure) -> [UInt8] {
    do throws(FileFailure) {
      return try InputFile.read(path, largest: largest)
    } catch {
      throw .file(error)
    }
  }

  private static func open(_ bytes: [UInt8], _ path: String) throws(ProofFailure) -> PDFFile {
    do throws(PDFReadingError) {
      return try PDFFile(bytes)
    } catch {
      throw .unreadable(error, path)
    }
  }
}

extension Source {
  /// nil when the attached file cannot be unpacked.
  fileprivate init?(_ file: EmbeddedFile) {
    guard let bytes = file.bytes else { return nil }
    self.init(path: file.name, bytes: bytes)
  }

  /// The same under the name it had when the report was made.
  fileprivate func named(_ name: String?) -> Source { Source(path: name ?? path, bytes: bytes) }
}
