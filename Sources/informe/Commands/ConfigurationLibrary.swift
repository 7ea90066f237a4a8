import ReportPipeline
import Synchronization

/// The configurations of one run: inputs of one folder share one, which is read once.
final class ConfigurationLibrary: Sendable {
  private let command: Render
  private let known = Mutex<[String: Result<LoadedConfiguration, FileFailure>]>([:])

  init(_ command: Render) { self.command = command }

  func configuration(for input: String) throws(FileFailure) -> LoadedConfiguration {
    let path = command.config ?? ConfigurationFile.beside(input)
    let result = known.withLock { known in
      let result = known[path] ?? Result { () throws(FileFailure) in try command.configuration(for: input) }
      known[path] = result
      return result
    }
    return try result.get()
  }
}
