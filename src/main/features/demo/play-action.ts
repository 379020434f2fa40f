import { createLoadEntry } from '#main/features/load/load-store.ts'
import { createMetricPoint } from '#main/features/metrics/metrics-store.ts'
import { passGate } from '#main/features/plan/gates-store.ts'
import { updateMilestone } from '#main/features/plan/milestones-store.ts'
import { createDraft, saveDraft, signReview } from '#main/features/reviews/reviews-store.ts'
import { assessSkill } from '#main/features/skills/skills-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { createItem, getItem, updateItem } from '#main/store/engine/items.ts'
import { activityEntity } from '#main/store/entities/journal.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { milestoneEntity } from '#main/store/entities/plan.ts'
import { entities } from '#main/store/entities/registry.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { metricFields, planTemplate } from '#main/store/facts/plan-template.ts'
import { addDays, addYears } from '#shared/domain/calendar/calendar.ts'
import { toShares } from '#shared/domain/load/split.ts'
import type { Language } from '#shared/model/common.ts'
import { ItemType } from '#shared/model/entities.ts'
import type { DemoAction } from './demo-actions.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { type DemoRefs, toDay, toFields } from './demo-fields.ts'

/** What an action needs: the store as it was at that moment, and how the story is read. */
export interface Scene {
  store: Store
  language: Language
  calendar: DemoCalendar
  refs: DemoRefs
}

type Act<Kind extends DemoAction['kind']> = Extract<DemoAction, { kind: Kind }>

function playEvent(scene: Scene, { event }: Act<'event'>): void {
  const fields = toFields(event.fields, scene)
  if ('add' in event) {
    const { uid } = createItem(scene.store, entities[event.add], { fields })
    scene.refs.set(`${event.add}:${event.key}`, uid)
    return
  }
  const type = ItemType.parse(event.change.split(':', 1)[0])
  updateItem(scene.store, entities[type], { uid: scene.refs.get(event.change), patch: fields })
}

function playActivity(scene: Scene, { activity }: Act<'activity'>): void {
  const { language, refs, calendar, store } = scene
  const { on, key, title, notes, links, ...rest } = activity
  const fields = {
    ...rest,
    day: calendar.day(on),
    title: title[language],
    notes: notes?.[language] ?? '',
    links: [...new Set(links)].map((ref) => refs.get(ref)),
  }
  const { uid } = createItem(store, activityEntity, { fields })
  if (key !== undefined) refs.set(`activity:${key}`, uid)
}

/** A metric is chosen from the catalogue when its first value is added. */
function playPoint({ store, refs, calendar, language }: Scene, { point }: Act<'point'>): void {
  const ref = `metric:${point.metric}`
  if (!refs.has(ref)) {
    const found = planTemplate(store).metrics.find(({ key }) => key === point.metric)
    if (found === undefined) throw new Error(`The catalogue has no metric ${point.metric}`)
    refs.set(ref, createItem(store, metricEntity, { fields: metricFields(found) }).uid)
  }
  const note = point.note?.[language] ?? ''
  const fields = { metricUid: refs.get(ref), day: toDay(calendar, point.on), value: point.value, note }
  createMetricPoint(store, { fields })
}

function playAssessment({ store, refs, calendar, language }: Scene, { assessment }: Act<'assessment'>): void {
  const { on, skill, level, note, evidence } = assessment
  assessSkill(store, {
    skillUid: refs.get(`skill:${skill}`),
    level,
    day: toDay(calendar, on),
    note: note[language],
    evidence: evidence.map((ref) => refs.get(ref)),
  })
}

function playMilestone({ store, refs, calendar, language }: Scene, { milestone }: Act<'milestone'>): void {
  const uid = refs.get(`milestone:${milestone.milestone}`)
  const { links } = getItem(store, milestoneEntity, uid)
  const patch = {
    doneDay: toDay(calendar, milestone.on),
    notes: milestone.notes?.[language] ?? '',
    links: [...links, ...milestone.links.map((ref) => refs.get(ref))],
  }
  updateMilestone(store, { uid, patch })
}

function playGate({ store, refs, calendar, language }: Scene, { gate }: Act<'gate'>): void {
  const { on, stage, note } = gate
  passGate(store, { stageUid: refs.get(`stage:${stage}`), day: toDay(calendar, on), note: note[language] })
}

/** Writes the review of a plan year and signs it, on the day the story has got to. */
function playReview({ store, calendar, language }: Scene, { review }: Act<'review'>): void {
  const { year, answers: given, focus } = review
  const periodStart = addYears(calendar.start, year - 1)
  const periodEnd = addDays(addYears(calendar.start, year), -1)
  const { uid } = createDraft(store, { periodStart, periodEnd })
  const { answers } = getItem(store, reviewEntity, uid)
  const answered = answers.map((one) => ({ ...one, answer: given[one.key]?.[language] ?? '' }))
  saveDraft(store, { uid, patch: { answers: answered, focus: focus.map((words) => words[language]) } })
  signReview(store, { uid })
}

/** Makes a load entry, as the three clicks of the check-in do. */
function playLoad({ store, calendar, language }: Scene, { looked }: Act<'load'>): void {
  const { week, parts, freed, outcome, notes } = looked
  const [operations, learning, strategy] = parts
  const fields = { week: calendar.day(week * 7), ...toShares({ operations, learning, strategy }) }
  const more = { freedMinutes: freed ?? null, outcome: outcome ?? null, notes: notes?.[language] ?? '' }
  createLoadEntry(store, { fields: { ...fields, ...more } })
}

const PLAYS: { [Kind in DemoAction['kind']]: (scene: Scene, action: Act<Kind>) => void } = {
  event: playEvent,
  activity: playActivity,
  point: playPoint,
  assessment: playAssessment,
  milestone: playMilestone,
  gate: playGate,
  load: playLoad,
  review: playReview,
}

/** Carries out one action of the story through the functions behind the app's own buttons. */
export function playAction<Kind extends DemoAction['kind']>(scene: Scene, action: Act<Kind>): void {
  PLAYS[action.kind as Kind](scene, action)
}
