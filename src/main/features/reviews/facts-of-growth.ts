import type { Store } from '#main/store/database.ts'
import { localDay } from '#shared/domain/calendar.ts'
import type { Period } from '#shared/domain/plan-years.ts'
import type { CertificationFields } from '#shared/model/certification.ts'
import type { Day, LocalText } from '#shared/model/common.ts'
import type { LearningFields } from '#shared/model/learning.ts'
import type { ProjectFields } from '#shared/model/project.ts'
import type { ReviewFacts } from '#shared/model/review.ts'
import type { Area } from '#shared/model/vocabulary.ts'
import { parseText, readRows } from './rows.ts'

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
  title: string
  area: Area
  target: number | null
}

/** The last of each skill's ratings, which come in their order. */
function lastOfEach(ratings: readonly RatingRow[]): Map<number, RatingRow> {
  return new Map(ratings.map((rating) => [rating.skillId, rating]))
}

function backingOf(store: Store, ratings: readonly RatingRow[]): Map<number, { note: string; evidence: LocalText[] }> {
  const ids = { ids: JSON.stringify(ratings.map(({ id }) => id)) }
  const notes = readRows<{ id: number; note: string }>(
    store,
    'rating-notes',
    'SELECT id, note FROM assessment WHERE id IN (SELECT value FROM json_each(@ids))',
    ids,
  )
  const backing = new Map(notes.map(({ id, note }) => [id, { note, evidence: [] as LocalText[] }]))
  const links = readRows<{ id: number; title: string }>(
    store,
    'rating-evidence',
    `SELECT link.source_id AS id, item.title FROM link CROSS JOIN item ON item.id = link.target_id
     WHERE link.source_id IN (SELECT value FROM json_each(@ids)) AND link.role = 'evidence'
     ORDER BY link.source_id, item.uid`,
    ids,
  )
  for (const { id, title } of links) backing.get(id)?.evidence.push(parseText(title))
  return backing
}

/** Skills rated within the period, and those the present stage has a target for that were not. */
export function skillFacts(
  store: Store,
  { start, end }: Period,
  stageUid: string | null,
): Pick<ReviewFacts, 'skills' | 'skillsNotRated'> {
  const skills = readRows<SkillRow>(
    store,
    'skills',
    `SELECT id, title, area, json_extract(targets, '$."' || @stage || '"') AS target
     FROM skill WHERE archived = 0 OR EXISTS (SELECT 1 FROM assessment WHERE skill_id = skill.id AND retracted_at IS NULL AND day BETWEEN @start AND @end)
     ORDER BY CASE area WHEN 'technical' THEN 0 WHEN 'management' THEN 1 ELSE 2 END, position, id`,
    { stage: stageUid ?? '', start, end },
  )
  const ratings = readRows<RatingRow>(
    store,
    'ratings',
    `SELECT id, skill_id AS skillId, level, day FROM assessment
     WHERE retracted_at IS NULL AND day <= @end ORDER BY skill_id, day, id`,
    { end },
  )
  const within = ratings.filter(({ day }) => day >= start)
  const now = lastOfEach(within)
  const first = lastOfEach(within.toReversed())
  const before = lastOfEach(ratings.filter(({ day }) => day < start))
  const backing = backingOf(store, [...now.values()])
  const rated = skills.flatMap(({ id, title, area, target }) => {
    const rating = now.get(id)
    if (rating === undefined) return []
    const { note = '', evidence = [] } = backing.get(rating.id) ?? {}
    const opening = first.get(id) === rating ? null : first.get(id)
    const from = (before.get(id) ?? opening)?.level ?? null
    return [{ title: parseText(title), area, from, to: rating.level, target, day: rating.day, note, evidence }]
  })
  const notRated = skills.flatMap(({ id, title, area, target }) => {
    if (target === null || target === 0 || now.has(id)) return []
    const rating = before.get(id)
    return [{ title: parseText(title), area, level: rating?.level ?? null, target, day: rating?.day ?? null }]
  })
  return { skills: rated, skillsNotRated: notRated }
}

type LearningRow = Pick<LearningFields, 'title' | 'kind' | 'provider' | 'status' | 'startDay' | 'endDay'> & {
  id: number
}

/** Learning that ended within the period or was worked on in it, by the end of the period. */
export function learningFacts(store: Store, { start, end }: Period, minutes: MinutesById): ReviewFacts['learning'] {
  const rows = readRows<LearningRow>(
    store,
    'learning',
    `SELECT id, title, kind, provider, status, start_day AS startDay, end_day AS endDay
     FROM learning ORDER BY end_day IS NULL, end_day, id`,
  )
  return rows.flatMap(({ id, startDay, ...item }) => {
    const spent = minutes.get(id) ?? 0
    const isEnded = item.status === 'done' || item.status === 'dropped'
    const isLater = isEnded && item.endDay !== null && item.endDay > end
    const endedNow = isEnded && item.endDay !== null && item.endDay >= start && !isLater
    const [status, endDay] = isLater ? (['inProgress', null] as const) : [item.status, item.endDay]
    const isRunning = status === 'inProgress' && startDay !== null && startDay <= end
    if (!endedNow && !isRunning && spent === 0) return []
    const { title, kind, provider } = item
    return [{ title, kind, provider, status, endDay, minutes: spent }]
  })
}

type CertificationRow = Pick<
  CertificationFields,
  'title' | 'issuer' | 'status' | 'examDay' | 'issueDay' | 'expiryDay'
> & { createdAt: number }

/** What became of a certification within the period; null = nothing. */
function certificationOutcome(
  { status, examDay, issueDay, expiryDay, createdAt }: CertificationRow,
  { start, end }: Period,
  today: Day,
): Pick<ReviewFacts['certifications'][number], 'status' | 'day'> | null {
  const isWithin = (day: Day | null) => day !== null && day >= start && day <= end
  const isHeld = status === 'earned' || status === 'expired'
  if (isHeld && isWithin(issueDay)) return { status: 'earned', day: issueDay }
  if (isHeld && isWithin(expiryDay) && expiryDay !== null && expiryDay < today)
    return { status: 'expired', day: expiryDay }
  if (status === 'failed' && isWithin(examDay)) return { status, day: examDay }
  const isUnderWay = status === 'preparing' || status === 'booked'
  return isUnderWay && localDay(createdAt) <= end ? { status, day: examDay } : null
}

/** Certifications earned, failed or expired within the period, and those under way by its end. */
export function certificationFacts(store: Store, period: Period, today: Day): ReviewFacts['certifications'] {
  const rows = readRows<CertificationRow>(
    store,
    'certifications',
    `SELECT certification.title, issuer, status, exam_day AS examDay, issue_day AS issueDay, expiry_day AS expiryDay,
       item.created_at AS createdAt
     FROM certification CROSS JOIN item USING (id) ORDER BY certification.id`,
  )
  return rows.flatMap((row) => {
    const outcome = certificationOutcome(row, period, today)
    return outcome === null ? [] : [{ title: row.title, issuer: row.issuer, ...outcome }]
  })
}

type ProjectRow = Pick<ProjectFields, 'title' | 'kind' | 'status' | 'responsibility' | 'startDay' | 'endDay'> & {
  id: number
}

/** Projects started, ended or worked on within the period, the most time first. */
export function projectFacts(store: Store, { start, end }: Period, minutes: MinutesById): ReviewFacts['projects'] {
  const rows = readRows<ProjectRow>(
    store,
    'projects',
    'SELECT id, title, kind, status, responsibility, start_day AS startDay, end_day AS endDay FROM project ORDER BY id',
  )
  const isWithin = (day: Day | null) => day !== null && day >= start && day <= end
  return rows
    .map(({ id, ...project }) => ({ ...project, minutes: minutes.get(id) ?? 0 }))
    .filter((project) => project.minutes > 0 || isWithin(project.startDay) || isWithin(project.endDay))
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ title, kind, status, responsibility, minutes: spent }) => ({
      title,
      kind,
      status,
      responsibility,
      minutes: spent,
    }))
}
