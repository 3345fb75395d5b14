import GRDB

/// The migrations. The text of one that has been released never changes; a change is a new one.
enum Schema {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: scans)
      try db.execute(sql: findings)
      try db.execute(sql: people)
    }
    migrator.registerMigration("2") { db in try db.execute(sql: silentFindings) }
    migrator.registerMigration("3") { db in try db.execute(sql: randomSample) }
    migrator.registerMigration("4") { db in try db.execute(sql: riskLowering) }
    migrator.registerMigration("5") { db in try db.execute(sql: key) }
    migrator.registerMigration("6") { db in try db.execute(sql: views) }
    migrator.registerMigration("7") { db in try db.execute(sql: rows) }
    migrator.registerMigration("8") { db in try db.execute(sql: sharedTexts) }
    migrator.registerMigration("9") { db in try db.execute(sql: reviewForecast) }
    return migrator
  }()
}
