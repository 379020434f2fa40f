import type { CertificationFields } from '#shared/model/certification.ts'
import type { Day } from '#shared/model/common.ts'
import type { DueItem } from '#shared/model/due.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import type { InitiativeFields } from '#shared/model/initiative.ts'
import { contactState } from '../calendar/cadence.ts'
import { addDays, differenceInDays } from '../calendar/calendar.ts'
import { coversYear, type Period, planYears } from '../calendar/plan-years.ts'
import { certificationState } from './certification-state.ts'
import { dueRetro } from './impact-retro.ts'

/** Days ahead from which milestones and reviews of experiments are announced. */
export const DUE_NOTICE_DAYS = 30

/** Everything that could be due, without judging it. */
export interface DueFacts {
  certifications: ({ item: ItemRef } & Pick<CertificationFields, 'status' | 'examDay' | 'issueDay' | 'expiryDay'>)[]
  /** Milestones not done, of stages whose gate is not passed. */
  milestones: { item: ItemRef; plannedDay: Day }[]
  /** Experiments that were started and have no verdict. */
  experiments: { item: ItemRef; reviewDay: Day }[]
  /** Initiatives that are done. */
  initiatives: ({ item: ItemRef } & Pick<InitiativeFields, 'status' | 'endDay' | 'retros'>)[]
  /** `since`: the day the cadence counts from while there was no activity with the person. */
  people: { item: ItemRef; cadenceDays: number; lastDay: Day | null; since: Day }[]
  /** null = no plan, so no plan years. */
  planStart: Day | null
  reviews: ({ item: ItemRef; isSigned: boolean } & Period)[]
}

/** Everything due on a day, the most overdue first. */
export function dueItems(facts: DueFacts, today: Day): DueItem[] {
  const due = [
    ...facts.certifications.flatMap((one) => dueCertification(one, today)),
    ...facts.milestones.flatMap(({ item, plannedDay }) => soon('milestone', item, plannedDay, today)),
    ...facts.experiments.flatMap(({ item, reviewDay }) => soon('experimentReview', item, reviewDay, today)),
    ...facts.initiatives.flatMap((one) => retroOf(one, today)),
    ...facts.people.flatMap((person) => duePerson(person, today)),
    ...dueReview(facts, today),
  ]
  return due.sort((a, b) => a.daysLeft - b.daysLeft)
}

function waiting(kind: DueItem['kind'], item: ItemRef | null, day: Day, today: Day): DueItem {
  return { kind, item, day, daysLeft: differenceInDays(day, today), lastDay: null, period: null }
}

function soon(kind: 'milestone' | 'experimentReview', item: ItemRef, day: Day, today: Day): DueItem[] {
  return differenceInDays(day, today) > DUE_NOTICE_DAYS ? [] : [waiting(kind, item, day, today)]
}

function dueCertification(certification: DueFacts['certifications'][number], today: Day): DueItem[] {
  const { item, status, examDay, expiryDay } = certification
  const { state } = certificationState(certification, today)
  if (state === 'notEarned' && examDay !== null) return [waiting('exam', item, examDay, today)]
  // A certification that the person marked expired is not announced any more.
  const isAnnounced = state === 'expiring' || (state === 'expired' && status === 'earned')
  return isAnnounced && expiryDay !== null ? [waiting('certificationExpiry', item, expiryDay, today)] : []
}

function retroOf(initiative: DueFacts['initiatives'][number], today: Day): DueItem[] {
  const due = dueRetro(initiative, today)
  return due === null ? [] : [waiting('retro', initiative.item, due.day, today)]
}

/** A person without interactions is due when the cadence has passed since they were added. */
function duePerson({ item, cadenceDays, lastDay, since }: DueFacts['people'][number], today: Day): DueItem[] {
  const { state } = contactState({ cadenceDays }, lastDay ?? since, today)
  if (state !== 'due' && state !== 'cold') return []
  return [{ ...waiting('person', item, addDays(lastDay ?? since, cadenceDays), today), lastDay }]
}

/** The review of the newest plan year that has ended, from the day after its end, unless one is signed. */
function dueReview({ planStart, reviews }: DueFacts, today: Day): DueItem[] {
  const year = planStart === null ? undefined : planYears(planStart, today).find(({ ended }) => ended)
  if (year === undefined) return []
  const ofYear = reviews.filter((review) => coversYear(review, year))
  if (ofYear.some(({ isSigned }) => isSigned)) return []
  const { start, end } = year
  return [{ ...waiting('yearlyReview', ofYear[0]?.item ?? null, addDays(end, 1), today), period: { start, end } }]
}
