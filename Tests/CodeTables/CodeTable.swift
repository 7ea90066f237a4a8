import Foundation
public import ReportModel

/// A module's table of the codes of its diagnostics, held against the enum of them and against the code that makes them.
public struct CodeTable {
  private let module: URL

  /// - Parameter module: a folder of `Sources`.
  public init(_ module: String) {
    self.module = URL(filePath: #filePath).appending(path: "../../../Sources/\(module)").standardized
  }

  /// What the module's document lists, in all tables whose first column is `code`.
  public func listed() throws -> [String] {
    let document = try String(contentsOf: module.appending(path: "README.md"), encoding: .utf8)
    return document.components(separatedBy: "\n| code |").dropFirst().flatMap { table in
      table.prefix(upTo: table.range(of: "\n\n")?.lowerBound ?? table.endIndex)
        .matches(of: /(?m)^\| `([a-z0-9-]+)` \|/).map { String($0.output.1) }
    }
  }

  /// Codes that nothing in the module makes: each would be a promise that nobody keeps.
  public func unused<Code: DiagnosticCodeProtocol>(_: Code.Type) throws -> [Code] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: module.path())
      .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("DiagnosticCode.swift") }
    let source = try files.map { try String(contentsOf: module.appending(path: $0), encoding: .utf8) }.joined()
    let words = Set(source.matches(of: /\.([A-Za-z]+)\b/).map { String($0.output.1) })
    return Code.allCases.filter { !words.contains("\($0)") }
  }
}
