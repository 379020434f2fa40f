/**
 * Rules between the items of one workspace. The app's actions keep these rules by refusing; code that sets items
 * without those actions (an import, an undo) checks them here.
 */
import type { LoadEntryFields } from '#shared/model/load.ts'
import { emptyRequirement, type RequirementFields, type StageFields } from '#shared/model/plan.ts'
import type { ReviewFields } from '#shared/model/review.ts'
import { openReviewSnapshot } from '#shared/model/review-snapshot.ts'
import type { SkillFields } from '#shared/model/skill.ts'
import { weekdayOf } from '../calendar/calendar.ts'
import { aliasForm, isAlias } from '../capture/quick-add-marks.ts'
import { foreignFields } from '../gates/requirement-fields.ts'
import { canonicalJson } from './canonical-json.ts'

/** An item that breaks a rule: its index, and the field. */
export interface Broken {
  index: number
  field: string
  why: string
}

type Gate = Pick<StageFields, 'position' | 'passedOn' | 'passNote' | 'passReadiness'>

/**
 * Gates are passed in the order of the plan, and an open gate has no record of passing. Stages with the same position
 * have no order among themselves.
 */
export function* brokenGates(stages: readonly Gate[]): Generator<Broken> {
  const ordered = [...stages.entries()].sort(([, a], [, b]) => a.position - b.position)
  let earlier = { isOpen: false, lastDay: '' }
  const sofar = { ...earlier }
  let place: number | null = null
  for (const [index, { position, passedOn, passNote, passReadiness }] of ordered) {
    if (position !== place) earlier = { ...sofar }
    place = position
    if (passedOn === null) {
      sofar.isOpen = true
      if (passNote !== '' || passReadiness !== null)
        yield { index, field: 'passedOn', why: 'an open gate has no note and no readiness of its passing' }
    } else {
      if (passedOn > sofar.lastDay) sofar.lastDay = passedOn
      if (earlier.isOpen || earlier.lastDay > passedOn)
        yield { index, field: 'passedOn', why: 'passed before an earlier gate' }
    }
  }
}

/** An alias is one word, and belongs to one skill. */
export function* brokenAliases(skills: readonly Pick<SkillFields, 'aliases'>[]): Generator<Broken> {
  const owners = new Map<string, number>()
  for (const [index, { aliases }] of skills.entries())
    for (const [place, alias] of aliases.entries()) {
      const field = `aliases.${place}`
      const form = aliasForm(alias)
      const owner = owners.get(form) ?? index
      if (!isAlias(alias)) yield { index, field, why: 'alias.invalid' }
      else if (owner !== index) yield { index, field, why: 'alias.taken' }
      owners.set(form, owner)
    }
}

/** The aliases that no other skill has. */
export function freeAliases(aliases: readonly string[], taken: readonly string[]): string[] {
  const forms = new Set(taken.map(aliasForm))
  return aliases.filter((alias) => !forms.has(aliasForm(alias)))
}

/** A review has at most one successor. */
export function* brokenSuccessors(reviews: readonly Pick<ReviewFields, 'replacesUid'>[]): Generator<Broken> {
  const replaced = new Set<string>()
  for (const [index, { replacesUid }] of reviews.entries()) {
    if (replacesUid === null) continue
    if (replaced.has(replacesUid)) yield { index, field: 'replacesUid', why: 'another review replaces it already' }
    replaced.add(replacesUid)
  }
}

type ReviewPeriod = Pick<ReviewFields, 'replacesUid' | 'periodStart' | 'periodEnd'>

/**
 * A period has one review, whose revisions have the same period. Archives are not checked, because older ones may have
 * two.
 */
export function* brokenPeriods(reviews: readonly ReviewPeriod[]): Generator<Broken> {
  const taken = new Set<string>()
  for (const [index, { replacesUid, periodStart, periodEnd }] of reviews.entries()) {
    if (replacesUid !== null) continue
    const period = `${periodStart} ${periodEnd}`
    if (taken.has(period)) yield { index, field: 'periodStart', why: 'another review has this period already' }
    taken.add(period)
  }
}

const MONDAY = 1

/** A week has one load entry, identified by its Monday. */
export function* brokenWeeks(entries: readonly Pick<LoadEntryFields, 'week'>[]): Generator<Broken> {
  const taken = new Set<string>()
  for (const [index, { week }] of entries.entries()) {
    if (weekdayOf(week) !== MONDAY) yield { index, field: 'week', why: 'not the Monday of a week' }
    else if (taken.has(week)) yield { index, field: 'week', why: 'another entry has this week already' }
    taken.add(week)
  }
}

type StoredReview = ReviewFields & { uid: string }

const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/** Faults in how a review was signed: field and reason. */
function* brokenSignature(review: ReviewFields): Generator<[field: string, why: string]> {
  const { status, snapshot, signedAt } = review
  if (status === 'draft') {
    if (snapshot !== null || signedAt !== null) yield ['status', 'a draft with a signature']
    return
  }
  if (signedAt === null) yield ['signedAt', 'signed at no moment']
  if (snapshot === null) {
    yield ['snapshot', 'signed without what was signed']
    return
  }
  const signed = openReviewSnapshot(snapshot)
  if (!sameJson(review.answers, signed.answers)) yield ['answers', 'not what was signed']
  if (!sameJson(review.focus, signed.focus)) yield ['focus', 'not what was signed']
  const { periodStart, periodEnd } = signed.facts
  if (periodStart !== review.periodStart || periodEnd !== review.periodEnd)
    yield ['periodStart', 'not the period that was signed']
}

/**
 * Signed reviews are consistent with their snapshot; a revision follows a signed review, and each has at most one
 * successor.
 */
export function* brokenReviews(reviews: readonly StoredReview[]): Generator<Broken> {
  const byUid = new Map(reviews.map((review) => [review.uid, review]))
  for (const [index, review] of reviews.entries()) {
    for (const [field, why] of brokenSignature(review)) yield { index, field, why }
    const replaced = review.replacesUid === null ? undefined : byUid.get(review.replacesUid)
    if (replaced?.status === 'draft') yield { index, field: 'replacesUid', why: 'replaces a draft' }
    if (review.revision !== (replaced?.revision ?? 0) + 1)
      yield { index, field: 'revision', why: 'not the number after the one it replaces' }
  }
  yield* brokenSuccessors(reviews)
}

/** A requirement is empty in the fields of other kinds. */
export function* brokenRequirements(requirements: readonly RequirementFields[]): Generator<Broken> {
  for (const [index, requirement] of requirements.entries())
    for (const field of foreignFields(requirement)) {
      if (!sameJson(requirement[field], emptyRequirement[field]))
        yield { index, field, why: `has no meaning for the kind ${requirement.kind}` }
    }
}
