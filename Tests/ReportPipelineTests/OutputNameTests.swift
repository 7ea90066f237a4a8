import ReportModel
import ReportPipeline
import Testing

@Suite struct OutputNameTests {
  static func slug(_ department: String?, _ year: Int?, _ fallback: String = "tabla") -> String {
    let place = SourceLocation(file: "t")
    let report = Report(
      department: department.map { Sourced($0, at: place) }, year: year.map { Sourced($0, at: place) },
      scheme: .annual, periods: [], activities: [], signs: SignConventions(period: nil, annual: nil))
    return OutputName.slug(of: report, fallback: fallback)
  }

  @Test(arguments: [
    ("DIRECCIÓN DE PARTICIPACIÓN CIUDADANA", 2023, "participacion-ciudadana-2023"),
    ("Coordinación General de las Artes", 2024, "artes-2024"), ("DIRECCIÓN", 2024, "direccion-2024"),
    ("D.I.F. / Niñez", 2024, "d-i-f-ninez-2024"), ("../../etc/passwd", 2024, "etc-passwd-2024"),
    ("漢字", 2024, "informe-2024"), ("Obras 2024", 2024, "obras-2024"),
    ("Participacio\u{301}n", 2023, "participacion-2023"),
  ])
  func slugs(_ department: String, _ year: Int, _ slug: String) { #expect(Self.slug(department, year) == slug) }

  @Test func fallsBackToTheInput() { #expect(Self.slug(nil, nil, "Mi tabla") == "mi-tabla") }

  @Test func staysShort() {
    let slug = Self.slug(String(repeating: "larga ", count: 60), 2023)
    #expect(slug.utf8.count <= 80 && slug.hasSuffix("-2023"))
  }
}
