import type { RunResult, Statement } from 'better-sqlite3'
import type { z } from 'zod'
import type { Store } from './database.ts'

/** The types SQLite gives for a column by itself; a value of any other type is JSON in the database. */
type Plain = string | number | bigint | Uint8Array | null

type JsonNames<Row> = { [Name in keyof Row]-?: Row[Name] extends Plain ? never : Name }[keyof Row]

/**
 * The schema of every column that holds JSON. The compiler reports a missing schema and one that does not fit the row.
 */
type JsonColumns<Row> = { [Name in JsonNames<Row>]: z.ZodType<Row[Name]> }

type Decoding<Row> = [JsonNames<Row>] extends [never] ? [] : [columns: JsonColumns<Row>]

/** Values by the names of the parameters, or in their order. */
type Parameters = object | readonly unknown[]

/** The statement of an SQL text. It is compiled at its first use and kept: loading and compiling take most of a short query. */
function prepare(store: Store, sql: string): Statement<unknown[]> {
  let statement = store.statements.get(sql) as Statement<unknown[]> | undefined
  if (statement === undefined) {
    statement = store.sqlite.prepare(sql)
    store.statements.set(sql, statement)
  }
  return statement
}

/**
 * Whether rows are checked against their schema: in development and in tests, as with the answers of procedures. In a
 * build the check would take a sixth of the time of a page of the journal. In a worker that runs from source there is
 * no `env`.
 */
const CHECKS = import.meta.env?.DEV === true

function decode(row: Record<string, unknown>, columns: [string, z.ZodType][]): void {
  for (const [name, schema] of columns) {
    const value: unknown = JSON.parse(String(row[name]))
    row[name] = CHECKS ? schema.parse(value) : value
  }
}

/**
 * All rows of a query. Columns of JSON (a text that may be in two languages, a list) are read by their schemas; the
 * type of `Row` decides which columns these are. A NULL in such a column is read as `null`, which its schema must
 * allow. A schema describes the data and changes nothing: a build does not use it.
 *
 * A query that joins `item` does so by CROSS JOIN, which keeps SQLite from walking all items to find the few of one
 * table.
 */
export function readRows<Row extends object>(
  store: Store,
  sql: string,
  parameters: Parameters,
  ...[columns]: Decoding<Row>
): Row[] {
  const rows = prepare(store, sql).all(parameters)
  if (columns === undefined) return rows as Row[]
  const schemas = Object.entries(columns) as [string, z.ZodType][]
  for (const row of rows) decode(row as Record<string, unknown>, schemas)
  return rows as Row[]
}

/**
 * The rows of a query one by one, for callers that may not need all of them; plain columns only. Nothing may be written
 * meanwhile.
 */
export function iterateRows<Row extends Record<keyof Row, Plain>>(
  store: Store,
  sql: string,
  parameters: Parameters,
): IterableIterator<Row> {
  return prepare(store, sql).iterate(parameters) as IterableIterator<Row>
}

/** The first row of a query, read as by `readRows`; null where there is none. */
export function findRow<Row extends object>(
  store: Store,
  sql: string,
  parameters: Parameters,
  ...[columns]: Decoding<Row>
): Row | null {
  const row = prepare(store, sql).get(parameters)
  if (row === undefined) return null
  if (columns !== undefined) decode(row as Record<string, unknown>, Object.entries(columns) as [string, z.ZodType][])
  return row as Row
}

/** True where a query finds anything. */
export function hasRow(store: Store, sql: string, parameters: Parameters = []): boolean {
  return prepare(store, sql).get(parameters) !== undefined
}

/** Runs a statement that changes something; only within a `write` or a `commit`. */
export function runSql(store: Store, sql: string, parameters: Parameters): RunResult {
  return prepare(store, sql).run(parameters)
}

/**
 * The result of `build` for an argument, made once for each store. For statements that Drizzle builds, which takes
 * longer than running them. The function and its argument identify the result. So `build` must be a function of a
 * module, never one written inline where it is called.
 */
export function buildOnce<Argument, Built>(
  store: Store,
  build: (store: Store, argument: Argument) => Built,
  argument: Argument,
): Built {
  let all = store.statements.get(build) as Map<Argument, Built> | undefined
  if (all === undefined) {
    all = new Map()
    store.statements.set(build, all)
  }
  let built = all.get(argument)
  if (built === undefined) {
    built = build(store, argument)
    all.set(argument, built)
  }
  return built
}
