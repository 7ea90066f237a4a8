import Glibc

/// The processors this process may use, which may be fewer than the machine has: on a cluster each task is given some.
enum Processors {
  static var count: Int { allowed ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// By the system's mask, a line `Cpus_allowed: 00000000,00000003` (proc(5)); the call for it is hidden from Swift.
  private static var allowed: Int? {
    let descriptor = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let length = read(descriptor, &buffer, buffer.count)
    let lines = String(decoding: buffer.prefix(max(0, length)), as: UTF8.self).split(separator: "\n")
    guard let mask = lines.first(where: { $0.hasPrefix("Cpus_allowed:") })?.split(separator: "\t").last else {
      return nil
    }
    let count = mask.reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount }
    return count > 0 ? count : nil
  }
}
