import ReportConfiguration
import ReportLayout

extension DataPackage {
  /// Of a volume.
  init(_ reading: VolumeReading) {
    let (volume, options) = (reading.volume, reading.options.layout)
    self.init(
      name: OutputName.slug(of: volume, options), language: options.language, reports: volume.areas.map(\.report),
      sources: reading.sources.map(\.path), office: options.municipality, year: volume.year,
      csv: Array(CanonicalCSV.text(volume.areas.map { ($0.name, $0.report) }).utf8))
  }
}
