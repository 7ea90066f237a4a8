import Glibc

/// What the system says of this process (proc_pid_status(5)).
public enum ProcessStatus {
  /// The value of a field, without its unit: of the line `VmPeak:   150176 kB` it is `150176`.
  public static func value(of field: String) -> String? {
    let descriptor = System.open("/proc/self/status", O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let length = read(descriptor, &buffer, buffer.count)
    let lines = String(decoding: buffer.prefix(max(0, length)), as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("\(field):") }
    return line?.split { $0 == "\t" || $0 == " " }.dropFirst().first.map(String.init)
  }
}
