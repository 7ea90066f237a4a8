import ArgumentParser
import ReportPipeline

/// What is written beside a report or a volume.
struct OpenDataOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Wording.data))
  var data = false

  @Option(help: ArgumentHelp(Wording.sipot, valueName: "template.xlsx"))
  var sipot: String?

  var request: OpenDataRequest { OpenDataRequest(wantsPackage: data, template: sipot) }

  /// None of them may be overwritten.
  var inputs: Set<FileIdentity> { Set([sipot].compactMap { $0.flatMap(FileIdentity.init) }) }
}
