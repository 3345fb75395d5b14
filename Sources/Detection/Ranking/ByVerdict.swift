/// A value for each verdict.
public struct ByVerdict<Value> {
  public var regelbrott: Value
  public var granska: Value
  public var monster: Value

  public init(regelbrott: Value, granska: Value, monster: Value) {
    self.regelbrott = regelbrott
    self.granska = granska
    self.monster = monster
  }

  public init(_ value: (Verdict) -> Value) {
    self.init(
      regelbrott: value(.regelbrott), granska: value(.granska), monster: value(.monster))
  }

  public subscript(verdict: Verdict) -> Value {
    get {
      switch verdict {
      case .regelbrott: regelbrott
      case .granska: granska
      case .monster: monster
      }
    }
    set {
      switch verdict {
      case .regelbrott: regelbrott = newValue
      case .granska: granska = newValue
      case .monster: monster = newValue
      }
    }
  }
}

extension ByVerdict: Sendable where Value: Sendable {}
extension ByVerdict: Equatable where Value: Equatable {}
