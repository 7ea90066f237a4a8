/// Numbers that look random and are the same on every run (a linear congruential generator; Knuth, MMIX).
struct GalleryRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    for _ in 0..<8 { _ = below(2) }
  }

  /// 0 to `bound` − 1.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 24) % max(1, bound)
  }
}
