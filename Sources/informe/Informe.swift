import ArgumentParser

@main
struct Informe: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "informe")
}
