import Pages
public import ReportLayout
public import ReportModel

/// Synthetic reports that between them have every shape a table may take: periods, activities, lengths of text, sizes of
/// value, papers and languages. The same on every run and machine.
public enum Gallery {
  public struct Entry: Sendable, CustomStringConvertible {
    public let name: String
    public let report: Report
    public let findings: [Diagnostic]
    public let options: LayoutOptions
    public var description: String { name }

    public init(name: String, report: Report, findings: [Diagnostic], options: LayoutOptions) {
      self.name = name
      self.report = report
      self.findings = findings
      self.options = options
    }
  }

  public static let entries: [Entry] = pieces.map { piece in
    // From the name, so that a report stays what it is when others are added.
    let report = piece.report(seed: piece.name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    return Entry(
      name: piece.name, report: report, findings: Audit.findings(in: report),
      options: piece.options)
  }

  private static let pieces: [GalleryPiece] = [
    // One to twelve periods.
    GalleryPiece("1 × 1", periods: 1, activities: 1, most: 9),
    GalleryPiece("2 × 4, a4", periods: 2, activities: 4, paper: .a4),
    GalleryPiece("3 × 3", periods: 3, activities: 3, most: 300),
    GalleryPiece("4 × 6", periods: 4, activities: 6, most: 900),
    GalleryPiece("6 × 5", periods: 6, activities: 5),
    GalleryPiece("12 × 5", periods: 12, activities: 5),
    // Papers.
    GalleryPiece("6 × 5, oficio", periods: 6, activities: 5, paper: .oficio),
    GalleryPiece("6 × 8, legal", periods: 6, activities: 8, paper: .legal),
    GalleryPiece("6 × 9, a3", periods: 6, activities: 9, paper: .a3),
    GalleryPiece("12 × 6, tabloide", periods: 12, activities: 6, most: 2000, paper: .tabloide),
    GalleryPiece("6 × 3, 210×148", periods: 6, activities: 3, paper: Paper(parsing: "210x148") ?? .a4),
    GalleryPiece("2 × 3, 243×244 bound", periods: 2, activities: 3, paper: Paper(parsing: "243x244") ?? .a4) {
      $0.binding = Binding(.left, margin: .mm(40))
    },
    GalleryPiece(
      "English, 6 × 2, 220×300", periods: 6, activities: 2, paper: Paper(parsing: "220x300") ?? .a4, language: .en),
    // Values.
    GalleryPiece("seven digits", periods: 6, activities: 6, most: 9_999_999),
    GalleryPiece("12 × seven digits", periods: 12, activities: 3, most: 9_999_999),
    GalleryPiece("12 × seven digits, a4", periods: 12, activities: 4, most: 9_999_999, paper: .a4),
    GalleryPiece("12 × twelve digits", periods: 12, activities: 2, most: 999_999_999_999),
    GalleryPiece("decimals", periods: 4, activities: 4, most: 5000, decimals: 2),
    GalleryPiece("negative", periods: 6, activities: 4, traits: [.negative]),
    GalleryPiece("per cent", periods: 4, activities: 4, most: 1000, decimals: 1, traits: [.percent]),
    GalleryPiece("zeros only", periods: 6, activities: 2, most: 0),
    GalleryPiece("blank and N/A", periods: 6, activities: 4, traits: [.gaps]),
    GalleryPiece("wrong figures", periods: 6, activities: 12, traits: [.wrong]),
    GalleryPiece("marks and notes", periods: 4, activities: 3, traits: [.marks, .moreColumns]),
    GalleryPiece("many wrong figures", periods: 6, activities: 3, traits: [.wrong, .allWrong]),
    GalleryPiece("no data", periods: 6, activities: 4, traits: [.noData]),
    GalleryPiece("money", periods: 4, activities: 3, most: 99_999_999, decimals: 2, traits: [.money]),
    GalleryPiece("one far above", periods: 3, activities: 4, traits: [.outlier]),
    GalleryPiece("stated per cents", periods: 4, activities: 3, traits: [.statedPercents]),
    GalleryPiece("sums, more columns, signers", periods: 6, activities: 3, traits: [.sums, .moreColumns]),
    GalleryPiece("1 × 6", periods: 6, activities: 1),
    GalleryPiece("periods of unlike width", periods: 6, activities: 4, traits: [.oneWidePeriod]),
    // Texts.
    GalleryPiece("names of 300", periods: 6, activities: 3, name: 300),
    GalleryPiece("objectives of 2,000", periods: 6, activities: 3, objective: 2000),
    GalleryPiece("longer than a page", periods: 12, activities: 2, name: 900, objective: 6000),
    GalleryPiece("no objectives", periods: 6, activities: 7, objective: 0),
    GalleryPiece("no numbers", periods: 3, activities: 5, traits: [.unnumbered]),
    GalleryPiece("objectives a little too long", periods: 6, activities: 6, objective: 900),
    // Many rows, and English.
    GalleryPiece("40 × 12", periods: 12, activities: 40, most: 900, traits: [.wrong]),
    GalleryPiece("English, 6 × 5", periods: 6, activities: 5, language: .en),
    GalleryPiece("English, 12 × 4, a4", periods: 12, activities: 4, most: 900, paper: .a4, language: .en),
    GalleryPiece("English, 1 × 2", periods: 1, activities: 2, most: 99_999, language: .en),
    // Summaries and correction sheets.
    GalleryPiece("summary, 6 × 13, a4", periods: 6, activities: 13, paper: .a4, traits: [.wrong]),
    GalleryPiece("summary, one far above", periods: 6, activities: 8, traits: [.outlier]),
    GalleryPiece("summary, no data", periods: 6, activities: 9, traits: [.noData]),
    GalleryPiece("summary, negative", periods: 4, activities: 10, traits: [.negative, .gaps]),
    GalleryPiece("summary, 61 × 4, oficio", periods: 4, activities: 61, paper: .oficio, traits: [.wrong]),
    GalleryPiece("English, summary, 6 × 12, a4", periods: 6, activities: 12, paper: .a4, language: .en),
    GalleryPiece("summary of three", periods: 6, activities: 3) { $0.summary = true },
    GalleryPiece("table first, 6 × 8", periods: 6, activities: 8) { $0.summary = false },
    GalleryPiece("black, 6 × 8", periods: 6, activities: 8, traits: [.wrong]) { $0.ink = .black },
    GalleryPiece("correction sheet", periods: 6, activities: 30, traits: [.wrong, .allWrong]),
    // One activity, and what stands around the pages.
    GalleryPiece("1 × 6, signed", periods: 6, activities: 1) { $0.signers = signers },
    GalleryPiece("1 × 12, long objective", periods: 12, activities: 1, most: 900, objective: 1500),
    GalleryPiece("signs and letters", periods: 4, activities: 3, traits: [.signs]),
    GalleryPiece("long head", periods: 6, activities: 3) { options in
      options.municipality = "Honorable Ayuntamiento Constitucional de San Miguel de la Victoria y sus Delegaciones"
      options.department = "Dirección General de Participación Ciudadana, Gobierno Digital y Desarrollo Comunitario"
      options.administration = "Administración 2022–2024"
    },
    GalleryPiece("bound, stamped, signed", periods: 6, activities: 6, paper: .oficio) { options in
      (options.binding, options.stamp) = (Binding(.left), .mm(18))
      (options.signers, options.municipality, options.code) = (signers, "Municipio de San Miguel", "FO-PC-03")
    },
  ]

  private static let signers = [
    Signer(role: .init("elaboró"), name: "Lic. Ana López Hernández", post: "Coordinadora de Enlace"),
    Signer(role: .init("revisó"), name: "Ing. Juan Pérez", post: "Director de Obras Públicas"),
    Signer(role: .init("autorizó"), name: "C. Rosa Díaz", post: "Presidenta Municipal"),
  ]
}
