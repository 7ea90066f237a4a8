import HTTPTypes
import Hummingbird
import Testing

@testable import informe_web

@Suite struct IntakeTests {
  @Test func whatIsHeldIsCountedUntilItIsLetGo() throws {
    let intake = Intake(largest: 100, room: 100)
    var hold: Intake.Hold? = Intake.Hold(intake)
    try hold?.take(60)
    #expect(throws: Intake.Refusal.full) { try Intake.Hold(intake).take(41) }
    #expect(throws: Intake.Refusal.full) { try hold?.take(41) }
    try Intake.Hold(intake).take(40)
    hold = nil
    try Intake.Hold(intake).take(100)
  }

  /// An answer that nobody reads is memory as well.
  @Test func answersAreCountedUntilTheyAreTaken() throws {
    let intake = Intake(largest: 100, room: 100)
    let body = ByteBuffer(repeating: 0, count: 80)
    let answer = Response(status: .ok, headers: [.contentType: "application/pdf"], body: ResponseBody(byteBuffer: body))
    var held: Response? = try answer.held(by: Intake.Hold(intake))
    #expect(held?.body.contentLength == 80 && held?.headers[.contentType] == "application/pdf")
    #expect(throws: Intake.Refusal.full) { try answer.held(by: Intake.Hold(intake)) }
    held = nil
    _ = try answer.held(by: Intake.Hold(intake))
  }
}
