import ReportPipeline
import Synchronization

/// The configurations of one run: inputs of one folder share one, which is read once. Only the latest are kept, since
/// folders come one after another and logos are large.
final class ConfigurationLibrary: Sendable {
  private let command: Render
  private let known = Mutex<[String: Result<LoadedConfiguration, FileFailure>]>([:])

  private static let most = 16

  init(_ command: Render) { self.command = command }

  func configuration(for input: String) throws(FileFailure) -> LoadedConfiguration {
    let path = command.config ?? ConfigurationFile.beside(input)
    let result = known.withLock { known in
      let result = known[path] ?? Result { () throws(FileFailure) in try command.configuration(for: input) }
      if known.count >= ConfigurationLibrary.most { known = [:] }
      known[path] = result
      return result
    }
    return try result.get()
  }
}
