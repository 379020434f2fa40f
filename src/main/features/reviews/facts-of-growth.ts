import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { doneBetween, doneBy } from '#main/store/facts/done.ts'
import { statusOn } from '#shared/domain/calendar/done.ts'
import type { Period } from '#shared/domain/calendar/plan-years.ts'
import type { TimeZone } from '#shared/domain/calendar/time-zone.ts'
import { type CertificationFields, certificationShape } from '#shared/model/certification.ts'
import { type Day, LocalText } from '#shared/model/common.ts'
import type { LearningFields } from '#shared/model/learning.ts'
import type { ProjectFields } from '#shared/model/project.ts'
import type { ReviewFacts } from '#shared/model/review-facts.ts'
import type { Area } from '#shared/model/vocabulary.ts'
import { uidOf } from './uid-of.ts'

/** Minutes of the period by the row id of what the activities were about. */
export type MinutesById = ReadonlyMap<number, number>

interface RatingRow {
  id: number
  skillId: number
  level: number
  day: Day
}

interface SkillRow {
  id: number
  uid: string
  title: LocalText
  area: Area
  target: number | null
}

/** The last rating of each skill; the ratings come in order. */
function lastOfEach(ratings: readonly RatingRow[]): Map<number, RatingRow> {
  return new Map(ratings.map((rating) => [rating.skillId, rating]))
}

function backingOf(store: Store, ratings: readonly RatingRow[]): Map<number, { note: string; evidence: LocalText[] }> {
  const ids = { ids: JSON.stringify(ratings.map(({ id }) => id)) }
  const notes = readRows<{ id: number; note: string }>(
    store,
    'SELECT id, note FROM assessment WHERE id IN (SELECT value FROM json_each(@ids))',
    ids,
  )
  const backing = new Map(notes.map(({ id, note }) => [id, { note, evidence: [] as LocalText[] }]))
  const links = readRows<{ id: number; title: LocalText }>(
    store,
    `SELECT link.source_id AS id, item.title FROM link CROSS JOIN item ON item.id = link.target_id
     WHERE link.source_id IN (SELECT value FROM json_each(@ids)) AND link.role = 'evidence'
     ORDER BY link.source_id, item.uid`,
    ids,
    { title: LocalText },
  )
  for (const { id, title } of links) backing.get(id)?.evidence.push(title)
  return backing
}

/** Skills rated within the period, and skills not rated in it for which the present stage has a target. */
export function skillFacts(
  store: Store,
  { start, end }: Period,
  stageUid: string | null,
): Pick<ReviewFacts, 'skills' | 'skillsNotRated'> {
  const skills = readRows<SkillRow>(
    store,
    `SELECT id, ${uidOf('skill')}, title, area, json_extract(targets, '$."' || @stage || '"') AS target
     FROM skill WHERE archived = 0 OR EXISTS
       (SELECT 1 FROM assessment WHERE skill_id = skill.id AND ${doneBetween('assessment', '@start', '@end')})
     ORDER BY CASE area WHEN 'technical' THEN 0 WHEN 'management' THEN 1 ELSE 2 END, position, id`,
    { stage: stageUid ?? '', start, end },
    { title: LocalText },
  )
  const ratings = readRows<RatingRow>(
    store,
    `SELECT id, skill_id AS skillId, level, day FROM assessment
     WHERE ${doneBy('assessment', '@end')} ORDER BY skill_id, day, id`,
    { end },
  )
  const within = ratings.filter(({ day }) => day >= start)
  const now = lastOfEach(within)
  const first = lastOfEach(within.toReversed())
  const before = lastOfEach(ratings.filter(({ day }) => day < start))
  const backing = backingOf(store, [...now.values()])
  const rated = skills.flatMap(({ id, uid, title, area, target }) => {
    const rating = now.get(id)
    if (rating === undefined) return []
    const { note = '', evidence = [] } = backing.get(rating.id) ?? {}
    const opening = first.get(id) === rating ? null : first.get(id)
    const from = (before.get(id) ?? opening)?.level ?? null
    return [{ uid, title, area, from, to: rating.level, target, day: rating.day, note, evidence }]
  })
  const notRated = skills.flatMap(({ id, uid, title, area, target }) => {
    if (target === null || target === 0 || now.has(id)) return []
    const rating = before.get(id)
    return [{ uid, title, area, level: rating?.level ?? null, target, day: rating?.day ?? null }]
  })
  return { skills: rated, skillsNotRated: notRated }
}

type LearningRow = Pick<LearningFields, 'title' | 'kind' | 'provider' | 'status' | 'startDay' | 'endDay'> & {
  id: number
  uid: string
}

/** Learning that ended within the period or was worked on in it, in its state at the end of the period. */
export function learningFacts(store: Store, { start, end }: Period, minutes: MinutesById): ReviewFacts['learning'] {
  const rows = readRows<LearningRow>(
    store,
    `SELECT id, ${uidOf('learning')}, title, kind, provider, status, start_day AS startDay, end_day AS endDay
     FROM learning ORDER BY end_day IS NULL, end_day, id`,
    [],
  )
  return rows.flatMap(({ id, startDay, ...item }) => {
    const spent = minutes.get(id) ?? 0
    const status = statusOn(item, end, 'inProgress')
    const endDay = status === item.status ? item.endDay : null
    const isEnded = status === 'done' || status === 'dropped'
    const endedNow = isEnded && endDay !== null && endDay >= start
    const isRunning = status === 'inProgress' && startDay !== null && startDay <= end
    if (!endedNow && !isRunning && spent === 0) return []
    const { uid, title, kind, provider } = item
    return [{ uid, title, kind, provider, status, endDay, minutes: spent }]
  })
}

type CertificationRow = Pick<
  CertificationFields,
  'title' | 'issuer' | 'status' | 'examDay' | 'issueDay' | 'expiryDay' | 'formerTerms'
> & { uid: string; createdAt: number }

interface Moment {
  today: Day
  zone: TimeZone
}

type Outcome = Pick<ReviewFacts['certifications'][number], 'status' | 'day' | 'renewed'>

/**
 * The outcome of a certification within the period; a renewal counts in the year in which it was made. Null = no
 * outcome.
 */
function certificationOutcome(row: CertificationRow, { start, end }: Period, { today, zone }: Moment): Outcome | null {
  const isWithin = (day: Day | null) => day !== null && day >= start && day <= end
  const { status, examDay } = row
  if (status === 'earned' || status === 'expired') {
    const terms = [...row.formerTerms, row]
    const issued = terms.findLastIndex(({ issueDay }) => isWithin(issueDay))
    if (issued !== -1) return { status: 'earned', day: terms[issued]?.issueDay ?? null, renewed: issued > 0 }
    const last = terms.findLastIndex(({ expiryDay }) => isWithin(expiryDay))
    const lapse = terms[last]?.expiryDay ?? null
    const renewal = terms[last + 1]
    const isCovered = renewal !== undefined && (renewal.issueDay === null || renewal.issueDay <= (lapse ?? ''))
    return lapse !== null && lapse < today && !isCovered ? { status: 'expired', day: lapse, renewed: false } : null
  }
  if (status === 'failed' && isWithin(examDay)) return { status, day: examDay, renewed: false }
  const isUnderWay = status === 'preparing' || status === 'booked'
  return isUnderWay && zone.dayOf(row.createdAt) <= end ? { status, day: examDay, renewed: false } : null
}

/** Certifications earned, renewed, failed or expired within the period, and those under way by its end. */
export function certificationFacts(store: Store, period: Period): ReviewFacts['certifications'] {
  const moment = { today: today(store), zone: store.zone() }
  const rows = readRows<CertificationRow>(
    store,
    `SELECT item.uid, certification.title, issuer, status, exam_day AS examDay, issue_day AS issueDay,
       expiry_day AS expiryDay, former_terms AS formerTerms, item.created_at AS createdAt
     FROM certification CROSS JOIN item USING (id) ORDER BY certification.id`,
    [],
    { formerTerms: certificationShape.formerTerms },
  )
  return rows.flatMap((row) => {
    const outcome = certificationOutcome(row, period, moment)
    return outcome === null ? [] : [{ uid: row.uid, title: row.title, issuer: row.issuer, ...outcome }]
  })
}

type ProjectRow = Pick<ProjectFields, 'title' | 'kind' | 'status' | 'responsibility' | 'startDay' | 'endDay'> & {
  id: number
  uid: string
}

/** Projects started, ended or worked on within the period, as they stood at its end, the most time first. */
export function projectFacts(store: Store, { start, end }: Period, minutes: MinutesById): ReviewFacts['projects'] {
  const rows = readRows<ProjectRow>(
    store,
    `SELECT id, ${uidOf('project')}, title, kind, status, responsibility, start_day AS startDay, end_day AS endDay
     FROM project ORDER BY id`,
    [],
  )
  const isWithin = (day: Day | null) => day !== null && day >= start && day <= end
  return rows
    .map(({ id, ...project }) => ({ ...project, minutes: minutes.get(id) ?? 0 }))
    .filter((project) => project.minutes > 0 || isWithin(project.startDay) || isWithin(project.endDay))
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ startDay: _startDay, endDay, status, ...project }) => ({
      ...project,
      status: statusOn({ status, endDay }, end, 'active'),
    }))
}
