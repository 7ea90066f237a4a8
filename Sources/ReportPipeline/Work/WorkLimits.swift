import Glibc

/// What a process may use for one input, the last of the limits on a stranger's file: readers count before they get here,
/// and what nobody thought of ends here, as an error and not as a dead machine.
///
/// The figures are many times what the largest honest input of that size takes; they grow with its size.
public struct WorkLimits: Hashable, Sendable {
  /// Of processor time, of all threads together.
  public var seconds = 5 * WorkLimits.slowness
  public var secondsPerMegabyte = 4 * WorkLimits.slowness
  /// In bytes, of data of its own (`RLIMIT_DATA`, setrlimit(2)); code and fonts of the libraries are not counted.
  public var memory = 512 << 20
  /// Bytes more for each of the input's.
  public var memoryPerByte = 24
  /// Seconds of the clock until a worker that neither answers nor computes is ended.
  public var patience = 60.0

  public init() {}

  /// For PDF files, of which a few kilobytes may name the same megabytes over and over. The objects of one that differs
  /// from what it should be are held twice, and take some sixty times what they take in the file.
  public static var forReports: WorkLimits {
    var limits = WorkLimits()
    (limits.memory, limits.memoryPerByte) = (192 << 20, 128)
    return limits
  }

  /// While one picture is looked at, which a report has two of.
  static var forPictures: WorkLimits {
    var limits = WorkLimits()
    (limits.seconds, limits.memory) = (1, 256 << 20)
    return limits
  }

  /// For so many tables at once: the time that all of them might take one by one. Nothing is heard meanwhile.
  func forAreas(_ count: Int) -> WorkLimits {
    var limits = self
    limits.seconds *= max(1, count)
    limits.patience *= Double(1 + count / 8)
    return limits
  }

  /// For an input of so many bytes, unpacked.
  func scaled(to size: Int) -> WorkLimits {
    var limits = self
    limits.seconds += (size * secondsPerMegabyte) >> 20
    limits.memory += size * memoryPerByte
    return limits
  }

  /// Sets them for this process, for the file it is about to work on.
  public func apply(for path: String) { scaled(to: InputFile.unpackedSize(path)).apply() }

  /// Sets them for this process, from now on. A lower limit that its caller was given stays.
  func apply() {
    WorkLimits.lower(RLIMIT_CPU, to: WorkLimits.secondsUsed + seconds)
    WorkLimits.lower(RLIMIT_DATA, to: memory)
    MemoryLimit.note()
  }

  /// Raises the limit of time, where there is one, for making what was read, which takes as long as there are pages: many
  /// times what they take.
  static func allowTime(forActivities count: Int) {
    let wanted = rlim_t(secondsUsed + (WorkLimits().seconds + count / 50 * slowness))
    var limit = rlimit()
    // A process without limits, as one that tests a session in itself, stays so.
    guard getrlimit(Int32(RLIMIT_CPU.rawValue), &limit) == 0, limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(Int32(RLIMIT_CPU.rawValue), &limit)
  }

  /// What a worker needs besides: it writes no file, and opens few at a time.
  static func applyToWorker(_ descriptor: Int32) {
    lower(RLIMIT_FSIZE, to: 0)
    lower(RLIMIT_NOFILE, to: Int(descriptor) + 64)
    lower(RLIMIT_CORE, to: 0)
  }

  /// A build for debugging takes many times as long.
  private static let slowness = _isDebugAssertConfiguration() ? 20 : 1

  private static var secondsUsed: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
  }

  /// The soft limit, which can be raised again for the next input; the hard one, where it is lower.
  private static func lower(_ resource: __rlimit_resource, to value: Int) {
    var limit = rlimit()
    guard getrlimit(Int32(resource.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(value), limit.rlim_max)
    setrlimit(Int32(resource.rawValue), &limit)
  }
}

extension WorkLimits: WireValue {
  func write(to writer: inout WireWriter) {
    for number in [seconds, secondsPerMegabyte, memory, memoryPerByte] { writer.put(number) }
    writer.put(patience)
  }

  init(from reader: inout WireReader) throws(WireError) {
    seconds = try reader.number()
    secondsPerMegabyte = try reader.number()
    memory = try reader.number()
    memoryPerByte = try reader.number()
    patience = try reader.double()
  }
}
