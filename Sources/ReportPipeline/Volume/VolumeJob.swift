import PDFFinisher
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel

/// Makes a volume of tables: the same way whether they are read from a folder or from the volume itself.
enum VolumeJob {
  /// The volume as a finished PDF file that carries all its tables, where the standard allows.
  /// - Parameter program: what the volume says it was made with.
  static func pdf(
    _ reading: VolumeReading, program: String = Program.signature, bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> [UInt8] {
    let (options, carried) = (reading.options, VolumeAttachments(reading, program: program))
    let settings = FileSettings(
      creator: Program.name(in: program), producer: program, standard: options.standard)
    var plan = try plan(reading, carried.data, bench)
    plan.metadata.keywords += [carried.data.keyword, carried.origin.keyword]
    do {
      return try PDFMaker(plan: plan, settings: settings)
        .file(carrying: options.standard.carriesFiles ? carried.all : [])
    } catch {
      throw .broken(String(describing: error))
    }
  }

  private static func plan(
    _ reading: VolumeReading, _ data: CanonicalData, _ bench: ShaperCache
  ) throws(RenderFailure) -> DocumentPlan {
    let activities = reading.volume.areas.reduce(0) { $0 + $1.report.activities.count }
    let shaper = bench.shaper(for: reading.options.layout.language, activities: activities)
    do throws(UnsettableText) {
      return try ReportLayout.plan(for: reading.volume, options: reading.options.layout, measuring: shaper)
        .document(dataHash: data.shortForm)
    } catch {
      throw .unsettable(error.diagnostics)
    }
  }
}

extension OutputName {
  /// A volume's: its municipality, if the configuration names one, and the year of all areas.
  static func slug(of volume: Volume, _ options: LayoutOptions) -> String {
    slug(["tomo", options.municipality].compactMap { $0 }.joined(separator: " "), year: volume.year)
  }
}
