import PDFReading
import Pages
import ReportLayout
import ReportModel
import Signing

/// Proves reports: makes each anew of what it carries, the same way it was made, and compares.
public struct Verifier: Sendable {
  /// What making a report again came to.
  enum Remake: Sendable {
    case made([UInt8])
    /// The source has no such report.
    case impossible
    /// An error of ours, which says nothing of the report.
    case broken(String)
  }

  let render: @Sendable (Source, RenderOptions) -> Remake

  /// Whether to look for what differs, besides that something does.
  let tellsDifferences: Bool

  public init() { self.init(tellsDifferences: true, render: Verifier.rendered) }

  /// For tests, which need not make and take apart the same report a thousand times.
  init(tellsDifferences: Bool, render: @escaping @Sendable (Source, RenderOptions) -> Remake) {
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
    return try verify(Source(path: report, bytes: bytes), against: input, authorities: authorities)
  }

  /// The same for a report that was read already.
  public func verify(
    _ report: Source, against input: String? = nil, authorities: String? = nil
  ) throws(ProofFailure) -> Verification {
    let basis = try input.map { path throws(ProofFailure) in try ProofBasis(path) }
    let certificates = try authorities.map(Verifier.certificates)
    return try verify(
      report.bytes, named: report.path, against: basis, authorities: certificates, named: authorities)
  }

  /// The report is proved as it was before it was signed, and then each signature.
  func verify(
    _ bytes: [UInt8], named path: String, against input: ProofBasis?, authorities: [Certificate]? = nil,
    named authorityName: String? = nil
  ) throws(ProofFailure) -> Verification {
    guard let signed = SignedReport(bytes), signed.hasSignatures else {
      let verification = try verify(unsigned: bytes, named: path, against: input)
      guard verification.verdict == .unproven, SignedReport.isBroken(bytes) else { return verification }
      return Comparison(path: path, isAgainstInput: input != nil).verification(.altered)
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
    unsigned bytes: [UInt8], named path: String, against input: ProofBasis?
  ) throws(ProofFailure) -> Verification {
    let file = try Verifier.open(bytes, path)
    let verification = try verify(file, bytes, named: path, against: input)
    if file.isTooLarge { throw .unreadable(.tooLarge, path) }
    return verification
  }

  private func verify(
    _ file: PDFFile, _ bytes: [UInt8], named path: String, against input: ProofBasis?
  ) throws(ProofFailure) -> Verification {
    let carried = CarriedFiles(all: file.embeddedFiles())
    var comparison = Comparison(path: path, isAgainstInput: input != nil)
    for name in carried.damaged { comparison.add(.damagedAttachment(name)) }
    if let renderOptions = carried.volumeRenderOptions {
      return try verify(file, bytes, volume: renderOptions, carried, against: input, comparison)
    }
    let keywords = file.information("Keywords")
    if let input, carried.source == nil, carried.renderOptions == nil, !Verifier.shouldCarryFiles(file),
      let renderOptions = VolumeRenderOptions(inferredFrom: file, input)
    {
      return try compare(
        file, bytes, with: Verifier.rendered(input.tables, renderOptions), madeBy: renderOptions.program,
        of: input.path,
        comparison)
    }
    let input = input?.table(named: carried.source?.name, keywords: keywords)
    if let input, let own = carried.source, own.bytes != input.bytes { comparison.add(.otherSource(input.path)) }
    // A report that carries files carries its options, too, whatever can be guessed of them.
    if carried.renderOptions == nil, carried.source != nil || Verifier.shouldCarryFiles(file) {
      comparison.add(.incomplete)
    }
    guard let (source, renderOptions) = basis(of: file, carried, input) else {
      return comparison.withoutData(of: file, carried)
    }
    return try compare(
      file, bytes, with: render(source, renderOptions), madeBy: renderOptions.program, of: source.name, comparison)
  }

  /// A volume is made of the tables it carries, or of those of the folder it is compared with.
  private func verify(
    _ file: PDFFile, _ bytes: [UInt8], volume renderOptions: VolumeRenderOptions, _ carried: CarriedFiles,
    against input: ProofBasis?,
    _ comparison: Comparison
  ) throws(ProofFailure) -> Verification {
    var comparison = comparison
    guard let own = carried.sources(of: renderOptions) else {
      comparison.add(.incomplete)
      return comparison.verification(.altered, madeBy: renderOptions.program)
    }
    if let input { comparison.add(input.differences(from: own)) }
    return try compare(
      file, bytes, with: Verifier.rendered(own, renderOptions), madeBy: renderOptions.program, of: comparison.path,
      comparison)
  }

  /// - Parameters:
  ///   - remake: what the program makes of the same.
  ///   - source: what it was made of, for messages.
  private func compare(
    _ file: PDFFile, _ bytes: [UInt8], with remake: Remake, madeBy program: String, of source: String,
    _ comparison: Comparison
  ) throws(ProofFailure) -> Verification {
    var comparison = comparison
    let made: [UInt8]
    switch remake {
    case .made(let bytes): made = bytes
    case .impossible:
      comparison.add(.unusableSource(source))
      return comparison.verification(.altered, madeBy: program)
    case .broken(let what):
      comparison.add(.broken(what))
      return comparison.verification(.unchecked, madeBy: program)
    }
    let isOurs = program == Program.signature
    if made == bytes { return comparison.verification(isOurs ? .identical : .sameContent, madeBy: program) }
    guard tellsDifferences else { return comparison.verification(.altered, madeBy: program) }
    let expected = try Verifier.open(made, comparison.path)
    let (differences, pagesDrawnAlike) = file.comparison(with: expected)
    comparison.addRevisions(found: bytes, expected: made)
    // One page that is drawn just so shows that the other program draws as this one does, and that what is otherwise was
    // altered; one that draws nothing so may be another version of us, or have other libraries.
    if !isOurs, comparison.isEmpty, pagesDrawnAlike == 0, differences.allSatisfy(\.isDrawing) {
      comparison.add(drawn: differences)
      return comparison.verification(.sameContent, madeBy: program)
    }
    comparison.add(differences)
    comparison.addBytes(found: bytes, expected: made)
    return comparison.verification(.altered, madeBy: program)
  }

  /// Whether it is one of ours of a kind that carries its source.
  static func shouldCarryFiles(_ file: PDFFile) -> Bool {
    let states = file.information("Keywords")?.contains(CanonicalData.keywordPrefix) ?? false
    return states && PDFStandard(archivePart: file.archivePart).carriesFiles
  }

  /// What the report is to be made of, and how; nil when the file says neither.
  private func basis(of file: PDFFile, _ carried: CarriedFiles, _ input: Source?) -> (Source, RenderOptions)? {
    let own = carried.source.flatMap(Source.init)
    guard let source = input?.named(own?.path) ?? own,
      let renderOptions = carried.renderOptions ?? RenderOptions(inferredFrom: file, source, beside: input?.path)
    else { return nil }
    return (source, renderOptions)
  }

  /// By the same way as `render`, of which nothing but reading the file is left out, and under the name of the program that
  /// made it.
  static func rendered(_ source: Source, _ renderOptions: RenderOptions) -> Remake {
    let reading = Job.read(source, sheet: renderOptions.onlySheet)
    guard reading.reports.indices.contains(renderOptions.table) else { return .impossible }
    do throws(RenderFailure) {
      return .made(
        try Job.pdf(
          reading, table: renderOptions.table, options: renderOptions.configuration, program: renderOptions.program))
    } catch {
      switch error {
      case .unsettable: return .impossible
      case .broken(let what): return .broken(what)
      }
    }
  }

  /// The same of a volume.
  static func rendered(_ sources: [Source], _ renderOptions: VolumeRenderOptions) -> Remake {
    let reading = VolumeReading(sources, options: renderOptions.configuration)
    guard reading.problems.isEmpty, !reading.volume.areas.isEmpty else { return .impossible }
    do throws(RenderFailure) {
      return .made(try VolumeJob.pdf(reading, program: renderOptions.program))
    } catch {
      switch error {
      case .unsettable: return .impossible
      case .broken(let what): return .broken(what)
      }
    }
  }

  static func read(_ path: String, largest: Int) throws(ProofFailure) -> [UInt8] {
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
