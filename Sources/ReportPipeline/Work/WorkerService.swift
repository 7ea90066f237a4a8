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
    guard arguments.count == 3, arguments[1] == argument, let descriptor = Int32(arguments[2]) else { return }
    serve(WorkerChannel(descriptor: descriptor))
  }

  private static func serve(_ channel: WorkerChannel) -> Never {
    signal(SIGXFSZ, SIG_IGN)
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
