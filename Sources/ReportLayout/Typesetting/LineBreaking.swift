import Pages

/// Breaking a paragraph into lines.
///
/// 1. Greedy: a piece goes on the line while it fits. This gives the least number of lines without hyphens.
/// 2. Hyphens are used only if the caller allows them, and callers do so only where that saves a line of the
///    whole row or block.
/// 3. A piece wider than the column is hyphenated, and if it has no hyphenation point that helps, cut between
///    characters; nothing ever sticks out.
/// 4. Without hyphens, the lines are then evened out: of all ways to break into that same number of lines, the one
///    with the least sum of squared gaps is taken, a very short last line counting as a gap too.
extension Paragraph {
  /// Where a line starts: a piece, and how many UTF-8 bytes of it the line before has taken.
  struct Position: Hashable {
    var piece: Int
    var offset: Int
  }

  /// How many lines the paragraph takes at `measure` em; at least 1, 0 when it is empty.
  func lineCount(measure: Double, hyphenated: Bool) -> Int {
    guard !pieces.isEmpty else { return 0 }
    var count = 1
    greedy(measure: measure, hyphenated: hyphenated) { _ in count += 1 }
    return count
  }

  /// The lines at `measure` em: pieces with their spaces, ready to be set.
  func lines(measure: Double, hyphenated: Bool) -> [[ShapedText]] {
    guard !pieces.isEmpty else { return [] }
    var starts = [Position(piece: 0, offset: 0)]
    greedy(measure: measure, hyphenated: hyphenated) { starts.append($0) }
    if starts.allSatisfy({ $0.offset == 0 }) { starts = evened(starts, measure: measure) }
    let end = Position(piece: pieces.count, offset: 0)
    return zip(starts, starts.dropFirst() + [end]).map { content(from: $0, to: $1) }
  }

  /// Calls `newLine` with the start of each line but the first.
  private func greedy(measure: Double, hyphenated: Bool, newLine: (Position) -> Void) {
    let limit = measure + 1e-6
    var used = 0.0
    var atStart = true
    // Two hyphens running look like a ladder: after one, the next line ends in a whole word if it can.
    var wasDivided = false
    for (index, piece) in pieces.enumerated() {
      let gap = atStart || !pieces[index - 1].spaceAfter ? 0 : space.width
      if used + gap + piece.width <= limit {
        used += gap + piece.width
        atStart = false
      } else {
        var offset = 0
        var (room, mayStay) = (limit - used - gap, !atStart)
        while true {
          let taken = offset
          let rest = piece.width - (taken == 0 ? 0 : piece.shaped.width(before: taken))
          if rest <= room && (taken > 0 || !mayStay) { break }
          let tooWide = rest > limit
          let mayDivide = hyphenated && !(wasDivided && mayStay)
          let next = mayDivide || tooWide ? breakPoint(of: piece, after: taken, room: room, forced: !mayStay) : nil
          if let next {
            newLine(Position(piece: index, offset: next))
            offset = next
            wasDivided = true
          } else if mayStay {
            newLine(Position(piece: index, offset: taken))
            wasDivided = false
          } else {
            break
          }
          (room, mayStay) = (limit, false)
        }
        used = piece.width - (offset == 0 ? 0 : piece.shaped.width(before: offset))
        atStart = false
      }
      if piece.endsLine, index + 1 < pieces.count {
        newLine(Position(piece: index + 1, offset: 0))
        (used, atStart, wasDivided) = (0, true, false)
      }
    }
  }

  /// The last place in `piece` behind `taken` bytes up to which it fits in `room` em: a hyphenation point, or, when
  /// the line is empty and there is none, between two characters (at least one goes on the line).
  private func breakPoint(of piece: Piece, after taken: Int, room: Double, forced: Bool) -> Int? {
    let before = taken == 0 ? 0 : piece.shaped.width(before: taken)
    if let point = piece.hyphens.last(where: { $0.offset > taken && $0.width - before + hyphen.width <= room }) {
      return point.offset
    }
    guard forced else { return nil }
    var (offset, width, best) = (0, 0.0, nil as Int?)
    for glyph in piece.shaped.glyphs {
      if glyph.utf8Count > 0, offset > taken, best == nil || width - before + hyphen.width <= room { best = offset }
      offset += Int(glyph.utf8Count)
      width += Double(glyph.advance)
    }
    return best
  }

  /// The pieces between two positions, with the spaces between and behind them, and a hyphen where the line ends in a
  /// word.
  private func content(from start: Position, to end: Position) -> [ShapedText] {
    var line: [ShapedText] = []
    var position = start
    while position.piece < end.piece || position.piece == end.piece && position.offset < end.offset {
      let piece = pieces[position.piece]
      let cut = position.piece == end.piece ? end.offset : piece.shaped.text.utf8.count
      line.append(piece.shaped.slice(position.offset..<cut))
      if position.piece == end.piece {
        line.append(hyphen)
      } else if piece.spaceAfter, position.piece + 1 < pieces.count {
        line.append(space)
      }
      position = Position(piece: position.piece + 1, offset: 0)
    }
    return line
  }
}

extension Paragraph {
  /// The same number of lines with the least sum of squared gaps. Stretches between forced line ends are evened each
  /// on its own.
  private func evened(_ starts: [Position], measure: Double) -> [Position] {
    var result: [Position] = []
    var from = 0
    while from < pieces.count {
      let to = (pieces[from...].firstIndex { $0.endsLine } ?? pieces.count - 1) + 1
      let count = starts.count { $0.piece >= from && $0.piece < to }
      result += evened(from..<to, lines: count, measure: measure).map { Position(piece: $0, offset: 0) }
      from = to
    }
    return result.count == starts.count ? result : starts
  }

  /// Dynamic programme over the last line's start. The number of lines is kept by a cost for each line that outweighs
  /// all gaps.
  private func evened(_ range: Range<Int>, lines: Int, measure: Double) -> [Int] {
    guard lines > 1 else { return [range.lowerBound] }
    let perLine = measure * measure * Double(range.count + 1)
    var best = [Double](repeating: .infinity, count: range.count + 1)
    var previous = [Int](repeating: 0, count: range.count + 1)
    best[0] = 0
    for end in 1...range.count {
      var width = 0.0
      for start in (0..<end).reversed() {
        let piece = pieces[range.lowerBound + start]
        width += piece.width + (start + 1 < end && piece.spaceAfter ? space.width : 0)
        if width > measure + 1e-6 { break }
        let gap = end == range.count ? max(0, measure / 3 - width) : measure - width
        let cost = best[start] + gap * gap + perLine
        if cost < best[end] { (best[end], previous[end]) = (cost, start) }
      }
    }
    guard best[range.count].isFinite else { return [] }
    var starts: [Int] = []
    var end = range.count
    while end > 0 {
      starts.append(range.lowerBound + previous[end])
      end = previous[end]
    }
    return starts.reversed()
  }
}

extension ShapedText {
  /// The glyphs of a stretch of the text's UTF-8; cuts must lie between clusters.
  func slice(_ bytes: Range<Int>) -> ShapedText {
    guard bytes != 0..<text.utf8.count else { return self }
    var offset = 0
    let part = glyphs.filter { glyph in
      let here = glyph.utf8Count > 0 ? offset : offset - 1
      offset += Int(glyph.utf8Count)
      return bytes.contains(here)
    }
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)
    return ShapedText(text: String(text[lower..<upper]), face: face, glyphs: part)
  }
}
