import ReportPipeline

/// Where a report is made: by whom, and who is told of it meanwhile.
protocol RenderPlace: Sendable {
  var worker: any ReportWorker { get }

  func begin(_ stage: String)

  /// Runs `body` when every earlier input has had its turn.
  func inTurn<Result>(_ body: () -> Result) -> Result

  /// A file was made.
  func wrote(_ path: String)

  /// What is to be said of the input if the program is ended before the job.
  func soFar(_ outcome: Outcome)

  /// How the worker gets the table and its configuration: from what is asked for, as on the command line.
  func request(_ request: ReadRequest, for path: String) throws(FileFailure) -> ReadRequest
}

extension RenderPlace {
  func request(_ request: ReadRequest, for path: String) throws(FileFailure) -> ReadRequest { request }
}
