import type { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { linkFields } from '#main/store/entities/entity.ts'
import { entities } from '#main/store/entities/registry.ts'
import type { Language } from '#shared/model/common.ts'
import type { DemoCalendar } from './demo-calendar.ts'

type Json = z.core.util.JSONType

/** Uids of the story's items and of the plan's, by `type:key`. */
export class DemoRefs {
  readonly #uids = new Map<string, string>()

  set(ref: string, uid: string): void {
    this.#uids.set(ref, uid)
  }

  has(ref: string): boolean {
    return this.#uids.has(ref)
  }

  /** Throws for a name the story has not introduced yet. */
  get(ref: string): string {
    const uid = this.#uids.get(ref)
    if (uid === undefined) throw new Error(`The demo story names ${ref} before it exists`)
    return uid
  }

  /** Makes the items of the plan known by their template keys. */
  addPlan(store: Store): void {
    for (const type of ['stage', 'skill', 'metric', 'milestone', 'obstacle', 'experiment']) {
      const sql = `SELECT item.uid, own.key FROM ${type} AS own JOIN item ON item.id = own.id WHERE own.key IS NOT NULL`
      for (const { uid, key } of readRows<{ uid: string; key: string }>(store, sql, [])) this.set(`${type}:${key}`, uid)
    }
  }
}

/** Model fields that hold a day; the story gives it as a story day. */
const DAY_FIELDS = new Set(['day', 'startDay', 'endDay', 'examDay', 'issueDay', 'expiryDay', 'reviewDay', 'verdictDay'])

/** Fields of the models that name one other item, and those that name a list of them. */
const REF_FIELDS = new Set(Object.values(entities).flatMap((entity) => Object.keys(entity.refs)))
const LINK_FIELDS = new Set(Object.values(entities).flatMap((entity) => linkFields(entity).map(([field]) => field)))

const isWords = (value: object): value is { ru: string; en: string } => 'ru' in value && 'en' in value

interface Reading {
  language: Language
  calendar: DemoCalendar
  refs: DemoRefs
}

/** A day in the story's past is moved to a working day; days in the future or before the plan stay unchanged. */
export const toDay = (calendar: DemoCalendar, offset: number): string =>
  calendar.day(offset < 0 ? offset : calendar.workday(offset))

/** Turns fields of the story into the model's own: texts in one language, calendar days, uids. */
export function toFields(fields: Record<string, Json>, reading: Reading): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toValue(name, value, reading)]))
}

function toValue(name: string, value: Json, reading: Reading): unknown {
  if (typeof value === 'number' && DAY_FIELDS.has(name)) return toDay(reading.calendar, value)
  if (typeof value === 'string' && REF_FIELDS.has(name)) return reading.refs.get(value)
  if (Array.isArray(value))
    return LINK_FIELDS.has(name)
      ? value.map((ref) => reading.refs.get(String(ref)))
      : value.map((one) => toValue('', one, reading))
  if (value === null || typeof value !== 'object') return value
  return isWords(value) ? value[reading.language] : toFields(value, reading)
}
