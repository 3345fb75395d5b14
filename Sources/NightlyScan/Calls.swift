import Detection
import Ledger
import Secrecy
import SickPay
import Synchronization

/// How persons and companies are called outside of the ledger: persons, sole traders too, by token.
struct Calls: Sendable {
  private let dictionaries: Dictionaries
  private let pseudonyms: Pseudonyms

  init(_ dictionaries: Dictionaries, _ pseudonyms: Pseudonyms) {
    self.dictionaries = dictionaries
    self.pseudonyms = pseudonyms
  }

  func brukare(_ person: PersonID) -> String {
    pseudonyms.token(role: .brukare, canonicalID: clearNumber(person))
  }

  func clearNumber(_ person: PersonID) -> String { dictionaries.persons.clearText(person) }

  func assistent(_ person: PersonID) -> String {
    pseudonyms.token(role: .assistent, canonicalID: clearNumber(person))
  }

  func organisation(_ company: CompanyID) -> String {
    let number = dictionaries.number(company)
    guard number.isPerson else { return number.description }
    return pseudonyms.token(role: .soleTrader, canonicalID: number.description)
  }

  /// An ärende or a name as the claims write it, with a person's number in it as a token.
  @Sendable func written(_ text: String) -> String {
    text.hidingPersonNumbers { pseudonyms.token(role: .brukare, canonicalID: $0) }
  }

  /// A sole trader's name is a person's.
  func name(_ company: CompanyID, given name: String) -> String {
    dictionaries.number(company).isPerson ? "Enskild firma" : written(name)
  }

  /// Assistants are called again and again, and each token costs a hash: they are kept.
  var names: Names {
    let tokens = TokenCache()
    return Names(
      assistent: { person in tokens.token(person) { assistent(person) } },
      company: { "bolag \(organisation($0))" }, arende: written)
  }
}

/// Tokens that were made once.
private final class TokenCache: Sendable {
  private let tokens = Mutex<[PersonID: String]>([:])

  func token(_ person: PersonID, make: () -> String) -> String {
    tokens.withLock { tokens in
      if let token = tokens[person] { return token }
      let token = make()
      tokens[person] = token
      return token
    }
  }
}
