import { createHash } from 'node:crypto'
import journal from '#main/store/migrations/meta/_journal.json' with { type: 'json' }
import type { Sqlite } from './database.ts'

const files = import.meta.glob<string>('../migrations/*.sql', { query: '?raw', import: 'default', eager: true })

export interface Migration {
  tag: string
  /** When it was generated; increasing. */
  when: number
  sql: string
  /** SHA-256 of the SQL: a shipped migration never changes. */
  hash: string
}

/** The migrations shipped with this build, oldest first. */
export function shippedMigrations(): Migration[] {
  return journal.entries.map(({ tag, when }) => {
    const sql = files[`../migrations/${tag}.sql`]
    if (sql === undefined) throw new Error(`Migration ${tag} is missing from the build`)
    return { tag, when, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Thrown when the database was written by a newer Kurs: it is left untouched. */
export class NewerDatabaseError extends Error {
  readonly found: number
  readonly known: number

  constructor(found: number, known: number) {
    super(`The database has schema ${found}, this version of Kurs knows ${known}`)
    this.found = found
    this.known = known
  }
}

/** Number of migrations the file has seen; 0 = new file. */
function schemaVersion(sqlite: Sqlite): number {
  return sqlite.pragma('user_version', { simple: true }) as number
}

/**
 * Brings the schema up to date in one transaction; `beforeChange` runs first when an existing database is about to
 * change (it makes the pinned backup). Foreign keys are switched off so that a rebuilt table cannot cascade; this has
 * an effect only outside the transaction. They are checked before the commit.
 */
export function migrate(
  sqlite: Sqlite,
  beforeChange: () => void = () => {},
  migrations: Migration[] = shippedMigrations(),
): void {
  const version = schemaVersion(sqlite)
  if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length)
  if (version === migrations.length) return
  if (version > 0) beforeChange()
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite
      .transaction(() => {
        for (const migration of migrations.slice(version))
          for (const statement of migration.sql.split('--> statement-breakpoint')) sqlite.exec(statement)
        const broken = sqlite.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`Migration leaves ${broken.length} broken references`)
        sqlite.pragma(`user_version = ${migrations.length}`)
      })
      .exclusive()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
