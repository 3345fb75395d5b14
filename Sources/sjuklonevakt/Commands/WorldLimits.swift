import Reporting
import SickPay

/// How large a world may be asked for: beyond this its numbers of persons give out.
enum WorldLimits {
  static let claims = 20_000_000
  static let companies = 100_000

  static func check(claims: Int, companies: Int?) throws {
    if claims > WorldLimits.claims || companies ?? 1 > WorldLimits.companies {
      throw CommandFault(
        message: "--rader ska vara högst \(SwedishNumbers.integer(WorldLimits.claims)), "
          + "--bolag högst \(SwedishNumbers.integer(WorldLimits.companies))")
    }
  }
}
