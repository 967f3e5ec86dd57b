internal import Annotation

extension RowStatement {
  /// Binds the next four columns to a value: the number or the date, the upper end, the unit, what bounds it.
  @discardableResult
  func bind(_ value: EntityValue?) -> RowStatement {
    switch value {
    case nil: bind(String?.none).bind(String?.none).bind(String?.none).bind(String?.none)
    case .date(let date): bind(date.iso8601).bind(String?.none).bind(date.isFiscal ? "fiscal" : nil).bind(String?.none)
    case .time(let time): bind(time.iso8601).bind(String?.none).bind(String?.none).bind(String?.none)
    case .money(let amount, let unit), .percent(let amount, let unit), .quantity(let amount, let unit):
      bind(amount.value?.description).bind(amount.upper?.description).bind(unit).bind(amount.bound?.rawValue)
    }
  }
}
