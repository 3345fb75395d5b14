import Ledger
import TestSupport
import Testing

@testable import Detection

/// What there was to fall sick from: twelve companies, each with one person, sick in two months.
struct ExposureTests {
  private func exposure(_ registers: [String: [String]]) async throws -> Exposure {
    let claims = (0..<12).flatMap { number in
      [3, 4].map { month in
        "ärende=Ä\(number)-\(month); fakturanummer=F\(number)-\(month); orgnr=\(company(number)); "
          + "assistent=\(person(number)); sjuk_från=2025-0\(month)-03; "
          + "sjuk_till=2025-0\(month)-03; inkommen=2025-05-31"
      }
    }
    let ledger = try await TestTables(claims: claims, registers: registers).ledger()
    return Companies(ledger).exposure
  }

  @Test func `without registers it is the months in which persons are seen, and uncertain`()
    async throws
  {
    let exposure = try await exposure([:])
    #expect(exposure.source == .seen)
    #expect(exposure.months == Array(repeating: 2, count: 12))
    #expect(exposure.words(0).contains("osäkert"))
  }

  /// 40 hours a week from 1 June 2024 to the scan's date are a year of full-time work.
  @Test func `granted hours take its place, and tell what a company without them has`()
    async throws
  {
    let exposure = try await exposure([
      "beslut": (0..<11).map { number in
        "kommun=2080; brukare=\(person(5000 + number)); från=2024-06-01; "
          + "veckotimmar=\(number == 0 ? 80 : 40); orgnr=\(company(number))"
      }
    ])
    #expect(exposure.source == .granted)
    #expect(abs(exposure.months[0] - 24) < 0.05 && abs(exposure.months[1] - 12) < 0.05)
    #expect(!exposure.words(0).contains("osäkert"))
    // Seen in as many months as the others, it gets the middle company's.
    #expect(exposure.isEstimated == (0..<12).map { $0 == 11 })
    #expect(abs(exposure.months[11] - 12) < 0.05)
    #expect(exposure.words(11).contains("osäkert"))
  }

  @Test func `reported time counts where it reaches over half of the window`() async throws {
    func time(_ months: [String]) -> [String] {
      (0..<12).flatMap { number in
        months.map { month in
          "orgnr=\(company(number)); assistent=\(person(number)); brukare=\(person(5000)); "
            + "start=\(month)-05 08:00; slut=\(month)-05 16:00"
        }
      }
    }
    let long = try await exposure(["tid": time(["2024-01", "2025-04"])])
    #expect(long.source == .reported)
    #expect(abs(long.months[3] - 16 / 173.93) < 1e-3)
    #expect(try await exposure(["tid": time(["2025-02", "2025-04"])]).source == .seen)
  }
}
