import { z } from 'zod'
import {
  type Broken,
  brokenAliases,
  brokenGates,
  brokenPeriods,
  brokenSuccessors,
  brokenWeeks,
} from '#shared/domain/keeping/workspace-rules.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { StageFields } from '#shared/model/plan.ts'
import type { ReviewFields } from '#shared/model/review.ts'
import type { Store } from './database.ts'
import { findRow, readRows } from './statements.ts'

const count = (broken: Iterable<Broken>): number => [...broken].length

function countGates(store: Store): number {
  const rows = readRows<Pick<StageFields, 'position' | 'passedOn' | 'passNote' | 'passReadiness'>>(
    store,
    `SELECT position, passed_on AS passedOn, pass_note AS passNote, pass_readiness AS passReadiness FROM stage`,
    [],
  )
  return count(brokenGates(rows))
}

function countAliases(store: Store): number {
  const rows = readRows<{ aliases: string[] }>(store, 'SELECT aliases FROM skill', [], { aliases: z.array(z.string()) })
  return count(brokenAliases(rows))
}

/** Counts targets for missing stages. */
function countTargets(store: Store): number {
  const { n } = findRow<{ n: number }>(
    store,
    `SELECT count(*) AS n FROM skill, json_each(skill.targets) AS target
       WHERE target.key NOT IN (SELECT uid FROM item WHERE type = 'stage')`,
    [],
  ) ?? { n: 0 }
  return n
}

function countReviews(store: Store): number {
  const rows = readRows<Pick<ReviewFields, 'replacesUid' | 'periodStart' | 'periodEnd'>>(
    store,
    `SELECT replaced.uid AS replacesUid, period_start AS periodStart, period_end AS periodEnd
       FROM review LEFT JOIN item AS replaced ON replaced.id = review.replaces_id`,
    [],
  )
  return count(brokenSuccessors(rows)) + count(brokenPeriods(rows))
}

/**
 * How often items of these types break a rule that holds between items (`shared/domain/keeping/workspace-rules`). For
 * code that writes without applying the rules: the number must not grow.
 */
export function countBrokenRules(store: Store, types: ReadonlySet<ItemType>): number {
  let broken = 0
  if (types.has('stage')) broken += countGates(store)
  if (types.has('skill')) broken += countAliases(store)
  if (types.has('stage') || types.has('skill')) broken += countTargets(store)
  if (types.has('review')) broken += countReviews(store)
  if (types.has('loadEntry')) broken += count(brokenWeeks(readRows(store, 'SELECT week FROM load_entry', [])))
  return broken
}
