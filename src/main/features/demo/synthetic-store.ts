import { startPlan } from '#main/features/plan/plan-start-store.ts'
import { saveSettings } from '#main/features/workspace/settings-store.ts'
import { commit } from '#main/store/engine/commit.ts'
import { type Store, tellListeners } from '#main/store/engine/database.ts'
import { insertDoc, isEmptyWorkspace } from '#main/store/engine/rows.ts'
import { runSql } from '#main/store/engine/statements.ts'
import type { Entity } from '#main/store/entities/entity.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { addYears } from '#shared/domain/calendar/calendar.ts'
import { createRandom, type Random } from '#shared/domain/chance/random.ts'
import type { ActivityFields } from '#shared/model/activity.ts'
import type { Day, Language } from '#shared/model/common.ts'
import { refuse } from '#shared/model/failure.ts'
import { EVERYTHING } from '#shared/model/subject.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import { eveningOf } from './evening.ts'
import { spreadDays } from './synthetic-days.ts'
import { makeItems, type Subject, type Subjects } from './synthetic-items.ts'
import { createTextMaker, type TextMaker } from './synthetic-texts.ts'
import { createUidMaker } from './uid-maker.ts'

export interface SyntheticOrder {
  /** Journal entries, 0 to 10,000,000. */
  activities: number
  /** Years up to `today`, 1 to 50. */
  years: number
  /** The same seed, sizes and day give the same workspace, uids included. */
  seed: number
  language: Language
  today: Day
}

/** Entries per transaction: enough to make its cost small, few enough to keep the database's log short. */
const CHUNK = 10_000

/** Mean size of title and notes together, in bytes, as of people who write real notes. */
const MEAN_NOTES = 860

const KIND_WEIGHTS: [kind: ActivityKind, weight: number][] = [
  ['study', 14],
  ['reading', 10],
  ['practice', 14],
  ['petProject', 8],
  ['workProject', 18],
  ['leadership', 8],
  ['mentoringGiven', 5],
  ['mentoringReceived', 4],
  ['meeting', 10],
  ['networking', 2],
  ['visibility', 1],
  ['certification', 3],
  ['reflection', 3],
]
const KINDS = KIND_WEIGHTS.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind))

/** A random subject that was under way on the day; null when four tries find none. */
function pickCurrent(subjects: Subject[], day: Day, random: Random): string | null {
  for (let attempt = 0; attempt < 4 && subjects.length > 0; attempt += 1) {
    const subject = random.pick(subjects)
    if (subject.from <= day && day <= subject.to) return subject.uid
  }
  return null
}

function linksOf(subjects: Subjects, day: Day, random: Random): string[] {
  const links = new Set([random.pick(subjects.skills)])
  if (random.chance(0.4)) links.add(random.pick(subjects.skills))
  if (random.chance(0.25)) links.add(random.pick(subjects.people))
  const current = [
    random.chance(0.35) ? pickCurrent(subjects.projects, day, random) : null,
    random.chance(0.2) ? pickCurrent(subjects.learning, day, random) : null,
  ]
  for (const uid of current) if (uid !== null) links.add(uid)
  return [...links]
}

function makeActivity(day: Day, subjects: Subjects, texts: TextMaker, random: Random): ActivityFields {
  const isBare = random.chance(0.002)
  const kind = random.pick(KINDS)
  const size = random.next() + random.next()
  return {
    kind: isBare ? null : kind,
    title: texts.title(kind),
    day,
    minutes: isBare ? 0 : random.integer(1, 16) * 15,
    notes: isBare ? '' : texts.notes(MEAN_NOTES * (0.2 + 0.8 * size)),
    inbox: isBare,
    visibilityKind: null,
    visibleTo: null,
    links: isBare ? [] : linksOf(subjects, day, random),
    tags: [...new Set(Array.from({ length: random.integer(0, 2) }, () => texts.tag()))],
  }
}

/** Writes activities on these days, as one transaction. */
function insertActivities(store: Store, days: Day[], subjects: Subjects, texts: TextMaker, random: Random): void {
  const entity = activityEntity as unknown as Entity
  commit(store, () => {
    for (const [index, day] of days.entries()) {
      const at = Math.min(eveningOf(day) + (index % 180) * 60_000, store.clock())
      const fields = makeActivity(day, subjects, texts, random)
      insertDoc(store, entity, { ...fields, uid: store.newUid(at), createdAt: at, updatedAt: at })
    }
  })
}

/**
 * Fills an empty workspace with as much invented data as asked for. The plan and everything beside the journal are made
 * through the functions the app itself uses. The journal is written through the engine's `insertDoc`, so its rows,
 * links, tags and search text are what the app would have written. Only the history of journal entries is left out: no
 * change is recorded, because nothing existed before and nothing is to be undone. `onProgress` is called with the
 * number of entries written. Throws REFUSED `workspace-not-empty`.
 */
export function fillSynthetic(
  store: Store,
  order: SyntheticOrder,
  onProgress: (done: number) => void = () => {},
): void {
  if (!isEmptyWorkspace(store)) refuse('workspace-not-empty')
  const { language, today, years } = order
  const random = createRandom(order.seed)
  const texts = createTextMaker(language, random)
  const start = addYears(today, -years)
  const quiet: Store = { ...store, newUid: createUidMaker(random), listeners: new Set() }
  const horizonYears = Math.min(10, Math.max(5, years))
  const subjects = commit(quiet, () => {
    startPlan(quiet, { startDay: start, horizonYears, vision: texts.sentence() })
    const made = makeItems({ store: quiet, language, start, end: today, years, random, texts })
    runSql(store, 'UPDATE batch SET undoable = 0', [])
    return made
  })
  const days = spreadDays(start, today, order.activities, random)
  for (let from = 0; from < days.length; from += CHUNK) {
    insertActivities(quiet, days.slice(from, from + CHUNK), subjects, texts, random)
    onProgress(Math.min(from + CHUNK, days.length))
  }
  saveSettings(store, { language })
  tellListeners(store, EVERYTHING)
}
