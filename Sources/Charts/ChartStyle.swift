public import Pages

/// Inks, faces and sizes of the charts; the theme fills it in.
public struct ChartStyle: Sendable {
  /// Figures of what was programmed: outline of hollow bars.
  public var programmed: Stroke
  /// The same as a line: dashed.
  public var programmedLine: Stroke
  /// Figures of what was done: solid bars, thick lines.
  public var real: Color
  public var realLine: Length
  public var goal: Stroke
  public var axis: Stroke
  public var ground: Color
  public var paper: Color

  public var value: TextStyle
  public var strongValue: TextStyle
  public var label: TextStyle
  public var strongLabel: TextStyle
  /// Names of the periods.
  public var axisLabel: TextStyle
  /// Where nothing was programmed or done.
  public var absent: TextStyle
  /// No label is set smaller.
  public var smallestLabel: Length

  public init(
    programmed: Stroke, programmedLine: Stroke, real: Color, realLine: Length, goal: Stroke, axis: Stroke,
    ground: Color, paper: Color,
    value: TextStyle, strongValue: TextStyle, label: TextStyle, strongLabel: TextStyle, axisLabel: TextStyle,
    absent: TextStyle,
    smallestLabel: Length
  ) {
    self.programmed = programmed
    self.programmedLine = programmedLine
    self.real = real
    self.realLine = realLine
    self.goal = goal
    self.axis = axis
    self.ground = ground
    self.paper = paper
    self.value = value
    self.strongValue = strongValue
    self.label = label
    self.strongLabel = strongLabel
    self.axisLabel = axisLabel
    self.absent = absent
    self.smallestLabel = smallestLabel
  }
}
