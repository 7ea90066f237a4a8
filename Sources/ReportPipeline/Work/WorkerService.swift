import Glibc
import ReportModel
import Workers

/// The worker's side: a process of this program that answers another's requests until that one closes the socket.
///
/// It greets with the program's version; then each request, led by its limits, gets notices of danger (what to say should
/// the process die at what it is about to do) and one answer.
public enum WorkerService {
  /// What stands before the socket's number on the command line of a worker.
  static let argument = "--worker-of"
  /// The same for one that is to close every other file it was given: the system's way to have it started without them
  /// (`posix_spawn_file_actions_addclosefrom_np`) is hidden from Swift.
  static let aloneArgument = "--worker-alone-of"

  /// Of the program and of the form of the messages: a worker of another program is not spoken to.
  static let greeting = Array("informe \(Program.version) messages 1".utf8)

  enum Message: String {
    case danger
    case safety
    case reply
    case failure
  }

  /// Serves, if the command line is a worker's. Call before anything else of a program that starts workers.
  public static func serveIfAsked() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, [argument, aloneArgument].contains(arguments[1]), let descriptor = Int32(arguments[2])
    else { return }
    if arguments[1] == aloneArgument { closeFiles(but: descriptor) }
    serve(WorkerChannel(descriptor: descriptor))
  }

  private static func closeFiles(but kept: Int32) {
    guard let folder = opendir("/proc/self/fd") else { _exit(ENOENT) }
    defer { closedir(folder) }
    var others: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let number = Int32(name), number > 2, number != kept, number != dirfd(folder) { others.append(number) }
    }
    for other in others { close(other) }
  }

  private static func serve(_ channel: WorkerChannel) -> Never {
    WorkLimits.applyToWorker(channel.descriptor)
    LastWords.prepareWorker()
    let current = Monitor(WorkLimits())
    LastWords.listen { diagnostic in
      (diagnostic == nil ? current.withLock { $0 } : .forPictures).apply()
      var writer = WireWriter()
      writer.put((diagnostic == nil ? Message.safety : .danger).rawValue)
      diagnostic?.write(to: &writer)
      try? channel.send(writer.bytes)
    }
    let session = ReportSession()
    do {
      try channel.send(greeting)
      while true {
        var reader = WireReader(try channel.receive())
        let limits = try WorkLimits(from: &reader)
        current.withLock { $0 = limits }
        limits.apply()
        try channel.send(answer(to: try WorkRequest(from: &reader), session))
      }
    } catch {
      // Whoever asked is gone.
      _exit(0)
    }
  }

  private static func answer(to request: WorkRequest, _ session: ReportSession) -> [UInt8] {
    var writer = WireWriter()
    do throws(WorkFailure) {
      let reply = try session.reply(to: request)
      writer.put(Message.reply.rawValue)
      reply.write(to: &writer)
    } catch {
      writer.put(Message.failure.rawValue)
      error.write(to: &writer)
    }
    return writer.bytes
  }
}
