import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { requireItem } from '#main/store/engine/rows.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { dayOf, doneBy } from '#main/store/facts/done.ts'
import { VALID_CERTIFICATES } from '#main/store/facts/valid-certificates.ts'
import type { EvidenceCount, EvidenceItem } from '#shared/contract/skills.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import { EvidenceKind } from '#shared/model/vocabulary.ts'

/** Which rows of a kind back a skill: finished ones, as gates count them, and those under way. */
const STATES: Record<EvidenceKind, { done: string; open: string }> = {
  learning: { done: doneBy('learning', ':today'), open: "status = 'inProgress'" },
  project: { done: doneBy('project', ':today'), open: "status = 'active'" },
  certification: { done: `id IN (${VALID_CERTIFICATES})`, open: "status IN ('preparing', 'booked')" },
  achievement: { done: doneBy('achievement', ':today'), open: 'FALSE' },
  activity: { done: doneBy('activity', ':today'), open: 'FALSE' },
}

/**
 * The items that back a skill: what is about it, and what its ratings name. Journal entries about it, which may be
 * thousands, are left out: the covering index of links counts them. Links of other types have no day.
 */
const backing = (of: string) => `
  SELECT link.target_id AS skillId, link.source_id AS id, 0 AS isNamed
  FROM skill CROSS JOIN link ON link.target_type = 'skill' AND link.target_id = skill.id AND link.day IS NULL ${of}
  UNION ALL
  SELECT skill.id, link.target_id, 1
  FROM skill CROSS JOIN assessment ON assessment.skill_id = skill.id AND ${doneBy('assessment', ':today')}
  CROSS JOIN link ON link.source_id = assessment.id AND link.role = 'evidence' ${of}`

/** The day a finished row is evidence of: a certificate that can run out says the same each day until it does. */
const freshDay = (kind: EvidenceKind) =>
  kind === 'certification' ? `CASE WHEN expiry_day IS NULL THEN ${dayOf(kind)} ELSE :today END` : dayOf(kind)

/** Items of one kind among those of `backing`, each once, finished or under way. */
function statesOf(kind: EvidenceKind): string {
  const { done, open } = STATES[kind]
  const table = kind
  return `SELECT skillId, id, isNamed, '${kind}' AS kind, ifnull(${done}, 0) AS isDone, ${dayOf(kind)} AS day, ${freshDay(kind)} AS freshDay
    FROM backing CROSS JOIN ${table} USING (id) WHERE ifnull(${done}, 0) OR ${open}`
}

const ALL_STATES = EvidenceKind.options.map(statesOf).join(' UNION ALL ')

/** Whether a journal entry that a rating names is about the skill too, and so counted from the index already. */
const IS_ABOUT =
  'EXISTS (SELECT 1 FROM link WHERE link.target_id = skillId AND link.source_id = states.id AND link.day IS NOT NULL)'

export interface SkillEvidence {
  counts: EvidenceCount[]
  /** Day of the newest evidence that is done. */
  newest: Day | null
}

/** Journal entries about a skill until today. */
export interface AboutSkill {
  lines: number
  lastDay: Day | null
}

interface CountRow {
  uid: string
  kind: EvidenceKind
  done: number
  open: number
  newest: Day | null
}

const later = (one: Day | null, other: Day | null) => ((one ?? '') > (other ?? '') ? one : other)

/**
 * What backs each skill, or only the one with the id, by its uid; `about` are the journal entries about it, counted
 * already.
 */
export function readEvidence(
  store: Store,
  about: ReadonlyMap<string, AboutSkill>,
  only: number | null,
): Map<string, SkillEvidence> {
  const rows = readRows<CountRow>(
    store,
    `WITH backing AS (SELECT skillId, id, max(isNamed) AS isNamed FROM (${backing(only === null ? '' : 'AND skill.id = :skill')}) GROUP BY skillId, id),
          states AS (${ALL_STATES})
     SELECT item.uid, kind, sum(isDone) AS done, sum(NOT isDone) AS open, max(CASE WHEN isDone THEN freshDay END) AS newest
     FROM states CROSS JOIN item ON item.id = skillId
     WHERE kind <> 'activity' OR NOT ${IS_ABOUT} GROUP BY item.id, kind`,
    { today: today(store), ...(only !== null && { skill: only }) },
  )
  const byUid = Map.groupBy(rows, ({ uid }) => uid)
  return new Map([...about].map(([uid, practice]) => [uid, evidenceOf(byUid.get(uid) ?? [], practice)]))
}

function evidenceOf(rows: readonly CountRow[], { lines, lastDay }: AboutSkill): SkillEvidence {
  const counts = EvidenceKind.options.flatMap((kind): EvidenceCount[] => {
    const { done = 0, open = 0 } = rows.find((row) => row.kind === kind) ?? {}
    const count = { kind, done: kind === 'activity' ? done + lines : done, open }
    return count.done + count.open > 0 ? [count] : []
  })
  return { counts, newest: rows.reduce((newest, row) => later(newest, row.newest), lastDay) }
}

/** Journal entries about a skill that are listed with its evidence; the journal has the rest. */
const LINES_SHOWN = 20

interface ItemRow extends ItemRef {
  isDone: number
  isNamed: number
}

/** The items that back a skill: those under way first, then finished ones, newest first. */
export function listEvidence(store: Store, input: { uid: string }): EvidenceItem[] {
  const rows = readRows<ItemRow>(
    store,
    `WITH backing AS (SELECT skillId, id, max(isNamed) AS isNamed FROM (
            ${backing('AND skill.id = :skill')} UNION ALL
            SELECT target_id, source_id, 0 FROM (SELECT target_id, source_id FROM link
              WHERE target_type = 'skill' AND target_id = :skill AND day <= :today ORDER BY day DESC LIMIT ${LINES_SHOWN})
          ) GROUP BY skillId, id),
          states AS (${ALL_STATES})
     SELECT item.uid, item.type, item.title, states.day, isDone, isNamed FROM states CROSS JOIN item USING (id)
     ORDER BY isDone, states.day DESC, item.id DESC`,
    { today: today(store), skill: requireItem(store, input.uid).id },
    { title: LocalText },
  )
  return rows.map(({ isDone, isNamed, ...item }) => ({ item, isDone: isDone === 1, isNamed: isNamed === 1 }))
}
