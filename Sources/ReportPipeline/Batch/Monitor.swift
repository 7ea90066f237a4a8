import Glibc

/// A state that several threads change and wait for.
///
/// The lock is the system's own, since Swift's `Mutex` cannot be waited on; it guards every access to the state, hence
/// the unchecked conformance.
final class Monitor<State: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Waits until `condition` holds, changes the state, and wakes those who wait for the change.
  func change<Result>(
    when condition: (State) -> Bool = { _ in true }, by body: (inout State) -> Result
  ) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !condition(state) { pthread_cond_wait(changed, mutex) }
    defer { pthread_cond_broadcast(changed) }
    return body(&state)
  }

  func wait(until condition: (State) -> Bool) { change(when: condition, by: { _ in }) }
}
