import PDFFinisher
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Workers

/// Makes a volume of tables: the same way whether they are read from a folder or from the volume itself.
enum VolumeJob {
  /// The volume as a finished PDF file that carries all its tables, where the standard allows.
  /// - Parameter program: what the volume says it was made with.
  static func pdf(
    _ reading: VolumeReading, program: String = Program.signature, bench: ShaperCache = ShaperCache()
  ) throws(RenderFailure) -> [UInt8] {
    let options = reading.options
    let settings = FileSettings(
      creator: Program.name(in: program), producer: program, standard: options.standard)
    // Pages are planned while the files that the volume carries are written.
    let (laidOut, carried) = Threads.both(
      { layout(reading, bench) },
      {
        let all = VolumeAttachments(reading, program: program)
        return CarriedData(data: all.data, origin: all.origin, files: all.all, options: options)
      })
    var plan = try laidOut.get().document(dataHash: carried.shortForm)
    plan.metadata.keywords += carried.keywords
    do {
      return try PDFMaker(plan: plan, settings: settings).file(carrying: carried.files)
    } catch {
      throw .broken(String(describing: error))
    }
  }

  private static func layout(_ reading: VolumeReading, _ bench: ShaperCache) -> Result<VolumePlan, RenderFailure> {
    let activities = reading.volume.areas.reduce(0) { $0 + $1.report.activities.count }
    let shaper = bench.shaper(for: reading.options.layout.language, activities: activities)
    do throws(UnsettableText) {
      return .success(
        try ReportLayout.plan(for: reading.volume, options: reading.options.layout, measuring: shaper))
    } catch {
      return .failure(.unsettable(error.diagnostics))
    }
  }
}

extension OutputName {
  /// A volume's: its municipality, if the configuration names one, and the year of all areas.
  static func slug(of volume: Volume, _ options: LayoutOptions) -> String {
    slug(["tomo", options.municipality].compactMap { $0 }.joined(separator: " "), year: volume.year)
  }
}
