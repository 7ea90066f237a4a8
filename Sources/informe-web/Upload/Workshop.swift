import ReportModel
import ReportPipeline
import Workers

/// Does what is asked with an upload, each in a process of its own that ends with it: nothing of one is there when the next
/// comes.
struct Workshop: Sendable {
  /// A table looked through.
  struct Review: Sendable {
    struct Item: Sendable {
      let name: String
      let findings: [Diagnostic]
      /// Drawings of its first pages.
      let pages: [[UInt8]]
      let hasMorePages: Bool
    }

    /// Of reading; with an error among them there are no reports.
    let diagnostics: [Diagnostic]
    let reports: [Item]
  }

  struct Product: Sendable {
    let fileName: String
    let bytes: [UInt8]
  }

  /// Pages shown of each report.
  static let mostPages = 12
  /// Reports shown of a workbook; each can be made.
  static let mostReports = 8

  let room: WaitingRoom

  /// What is wrong in a table, and what its pages will look like.
  func review(
    _ table: UploadedForm.File, _ configuration: ReadRequest.Configuration, _ ticket: String
  ) async throws -> Review {
    try await withWorker(ticket, WorkLimits()) { worker throws(WorkFailure) in
      let reply = try worker.read(Workshop.request(table, configuration))
      var items: [Review.Item] = []
      for (index, report) in reply.reports.prefix(Workshop.mostReports).enumerated() {
        let pages = try worker.make(index, as: .svg(atMost: Workshop.mostPages + 1))
        items.append(
          Review.Item(
            name: report.name, findings: report.findings, pages: Array(pages.prefix(Workshop.mostPages)),
            hasMorePages: pages.count > Workshop.mostPages))
      }
      return Review(diagnostics: reply.configuration + reply.diagnostics, reports: items)
    }
  }

  /// The report as `informe` makes it of the same table and `informe.yml`.
  /// - Parameter number: which of the table's reports, from 0.
  func report(
    _ table: UploadedForm.File, number: Int, _ configuration: ReadRequest.Configuration, _ ticket: String
  ) async throws -> Product {
    try await withWorker(ticket, WorkLimits()) { worker throws(WorkFailure) in
      let reply = try worker.read(Workshop.request(table, configuration))
      guard reply.reports.indices.contains(number) else {
        throw WorkFailure(kind: .data, diagnostics: reply.allDiagnostics)
      }
      let files = try worker.make(number, as: .pdf)
      return Product(fileName: reply.reports[number].name + ".pdf", bytes: files.flatMap { $0 })
    }
  }

  /// The tables bound as `informe volume` binds them.
  func volume(
    _ tables: [UploadedForm.File], _ configuration: ReadRequest.Configuration, _ ticket: String
  ) async throws -> Product {
    var limits = WorkLimits()
    // The more areas, the longer nothing is heard of them.
    limits.patience *= Double(1 + tables.count / 8)
    return try await withWorker(ticket, limits) { worker throws(WorkFailure) in
      let bound = tables.map { VolumeRequest.Table(.bytes($0.bytes, name: $0.name), name: $0.name) }
      let reply = try worker.bind(
        VolumeRequest(bound, configuration: configuration, overrides: ReportOverrides(), skipsBroken: false))
      guard let file = reply.file else { throw WorkFailure(kind: .data, diagnostics: reply.diagnostics) }
      return Product(fileName: reply.name + ".pdf", bytes: file)
    }
  }

  func verify(_ report: UploadedForm.File, _ ticket: String) async throws -> Verification {
    try await withWorker(ticket, .forReports) { worker throws(WorkFailure) in
      try worker.verify(.bytes(report.bytes, name: report.name))
    }
  }

  private static func request(
    _ table: UploadedForm.File, _ configuration: ReadRequest.Configuration
  ) -> ReadRequest {
    ReadRequest(.bytes(table.bytes, name: table.name), configuration: configuration)
  }

  private func withWorker<Value: Sendable>(
    _ ticket: String, _ limits: WorkLimits,
    _ body: @escaping @Sendable (WorkerProcess) throws(WorkFailure) -> Value
  ) async throws -> Value {
    try await room.takeTurn(ticket) {
      await withCheckedContinuation { continuation in
        let isBegun = Threads.detach {
          let worker = WorkerProcess(limits: limits, inheritsFiles: false)
          let result = Result { () throws(WorkFailure) in try body(worker) }
          worker.end()
          continuation.resume(returning: result)
        }
        if !isBegun { continuation.resume(returning: .failure(.noThread)) }
      }
    }.get()
  }
}

extension WorkFailure {
  /// The system has no thread to give.
  fileprivate static var noThread: WorkFailure { WorkFailure(kind: .memory, diagnostics: []) }
}
