import { create } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { today } from '#main/store/engine/days.ts'
import { type Change, getItem, removeItem, type Saved, updateItem } from '#main/store/engine/items.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { write } from '#main/store/engine/writer.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { readPlanHead } from '#main/store/facts/plan-head.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import type { PlanYear, Review, ReviewLine } from '#shared/contract/reviews.ts'
import { writeMarkdown } from '#shared/documents/markdown.ts'
import { createReviewPen, reviewTitle } from '#shared/documents/review/review.ts'
import { buildReview } from '#shared/documents/review/sections.ts'
import { coversYear, periodOf, planYears } from '#shared/domain/calendar/plan-years.ts'
import { draftFocus } from '#shared/domain/reviews/review-focus.ts'
import { textsIn } from '#shared/locales/texts-in.ts'
import type { Language, LocalText } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { periodIssue, type ReviewFields } from '#shared/model/review.ts'
import { ReviewFacts } from '#shared/model/review-facts.ts'
import { openReviewSnapshot, SNAPSHOT_VERSION } from '#shared/model/review-snapshot.ts'
import { gatherReviewFacts } from './review-facts.ts'

const focusTexts = (language: Language) => ({
  line: textsIn(language, 'reviews', 'document.focus'),
  requirement: textsIn(language, ['requirement', 'vocabulary']),
})
const FOCUS_TEXTS = { ru: focusTexts('ru'), en: focusTexts('en') }

type PeriodInput = Pick<ReviewFields, 'periodStart' | 'periodEnd'>

/** All reviews, newest period first, within it the newest revision first. */
export function listReviews(store: Store): ReviewLine[] {
  return readRows<Omit<ReviewLine, 'totals'> & { totals: ReviewFacts['totals'] | null }>(
    store,
    `SELECT item.uid, item.created_at AS createdAt, item.updated_at AS updatedAt, period_start AS periodStart,
       period_end AS periodEnd, status, revision, signed_at AS signedAt,
       (SELECT uid FROM item AS replaced WHERE replaced.id = review.replaces_id) AS replacesUid,
       (SELECT later.uid FROM review AS revised CROSS JOIN item AS later USING (id)
        WHERE revised.replaces_id = review.id ORDER BY revised.revision DESC LIMIT 1) AS replacedByUid,
       snapshot ->> '$.facts.totals' AS totals
     FROM review CROSS JOIN item USING (id)
     ORDER BY period_end DESC, period_start DESC, revision DESC, review.id DESC`,
    [],
    { totals: ReviewFacts.shape.totals.nullable() },
  ).map(({ totals, ...line }) => {
    if (totals === null) return { ...line, totals }
    const { minutes, activities, activeDays } = totals
    return { ...line, totals: { minutes, activities, activeDays } }
  })
}

/** The years of the plan that have begun, newest first, each with its newest review. */
export function listPlanYears(store: Store): PlanYear[] {
  const plan = readPlanHead(store)
  if (plan === null) return []
  const reviews = listReviews(store)
  return planYears(plan.startDay, today(store)).map(({ number, start, end, ended }) => {
    const ofYear = reviews.filter((one) => coversYear(periodOf(one), { start, end }))
    const [newest] = ofYear.sort((a, b) => b.revision - a.revision || b.createdAt - a.createdAt)
    const review = newest === undefined ? null : { uid: newest.uid, status: newest.status, revision: newest.revision }
    return { number, periodStart: start, periodEnd: end, ended, review }
  })
}

function requirePeriod({ periodStart, periodEnd }: PeriodInput): void {
  const issue = periodIssue(periodStart, periodEnd)
  if (issue !== null) throw new Failure('VALIDATION', { issues: [issue] })
}

/** What happened in a period, from the present data; throws VALIDATION for an impossible period. */
export function getFacts(store: Store, input: PeriodInput): ReviewFacts {
  requirePeriod(input)
  return store.sqlite.transaction(() => gatherReviewFacts(store, periodOf(input)))()
}

/** Refuses a period that another review has already. */
function requireFree(store: Store, { periodStart, periodEnd }: PeriodInput, uid: string | undefined): void {
  const present = listReviews(store).find(
    (one) => one.uid !== uid && one.periodStart === periodStart && one.periodEnd === periodEnd,
  )
  if (present !== undefined) refuse(present.status === 'draft' ? 'already-exists' : 'review-signed', present.uid)
}

/** A new draft of a period with the prompts of the template and a focus drafted from the open gaps. */
export function createDraft(store: Store, input: PeriodInput & { uid?: string | undefined }): Saved {
  const { uid, periodStart, periodEnd } = input
  const asked = { periodStart, periodEnd }
  return create(store, {
    entity: reviewEntity,
    label: 'review.create',
    uid,
    asked,
    insert: (w) => {
      requireFree(store, asked, uid)
      const facts = getFacts(store, input)
      const answers = planTemplate(store).reviewPrompts.map(({ key, prompt }) => ({ key, prompt, answer: '' }))
      const focus = draftFocus(facts.plan?.gaps ?? [], FOCUS_TEXTS)
      return w.insert(reviewEntity, { ...asked, answers, focus }, uid)
    },
    repeat: (w, same, patch) => {
      if (Object.keys(patch).length > 0) requireFree(store, asked, same)
      w.update(reviewEntity, same, patch)
    },
  })
}

/** Saves what was written so far, answer by answer; throws REFUSED review-signed, CONFLICT. */
export function saveDraft(
  store: Store,
  input: Change<Pick<ReviewFields, 'periodStart' | 'periodEnd' | 'answers' | 'focus'>>,
): Saved {
  return updateItem<ReviewFields>(store, reviewEntity, input)
}

/**
 * Signs a draft: facts, answers and focus are frozen in its snapshot in the same transaction that reads them. Neither
 * this nor the earlier changes of the review can be undone.
 */
export function signReview(store: Store, input: { uid: string }): Saved {
  const { batchId } = write(
    store,
    'review.sign',
    (w) => {
      const draft = getItem(store, reviewEntity, input.uid)
      const { status, answers, focus } = draft
      if (status === 'signed') refuse('review-signed')
      const facts = gatherReviewFacts(store, periodOf(draft))
      const kept = focus.filter((line) => typeof line !== 'string' || line.trim() !== '')
      w.update(reviewEntity, input.uid, {
        status: 'signed',
        focus: kept,
        signedAt: store.clock(),
        snapshot: { version: SNAPSHOT_VERSION, facts, answers, focus: kept, signedDay: today(store) },
      })
    },
    { undoable: false },
  )
  return { uid: input.uid, batchId }
}

/** A draft with the texts of a signed review; once signed, it replaces that review. */
export function reviseReview(store: Store, input: { uid: string; newUid?: string | undefined }): Saved {
  return create(store, {
    entity: reviewEntity,
    label: 'review.revise',
    uid: input.newUid,
    asked: { replacesUid: input.uid },
    insert: (w) => {
      const { periodStart, periodEnd, status, revision, answers, focus } = getItem(store, reviewEntity, input.uid)
      const successor = listReviews(store).find(({ replacesUid }) => replacesUid === input.uid)
      if (status === 'draft' || successor !== undefined) refuse('already-exists', successor?.uid ?? input.uid)
      const replacing = { revision: revision + 1, replacesUid: input.uid }
      return w.insert(reviewEntity, { periodStart, periodEnd, answers, focus, ...replacing }, input.newUid)
    },
    repeat: (_w, _same, patch) => {
      if (Object.keys(patch).length > 0) refuse('uid-taken')
    },
  })
}

/** Removes a draft; throws REFUSED review-signed. */
export function removeReview(store: Store, input: { uid: string }): Saved {
  return removeItem(store, reviewEntity, input)
}

/** A review for reading; a snapshot that was signed in an older version is converted to today's format. */
export function getReview(store: Store, { uid }: { uid: string }): Review {
  const review = getItem(store, reviewEntity, uid)
  const { snapshot } = review
  return { ...review, snapshot: snapshot === null ? null : openReviewSnapshot(snapshot) }
}

/** Title of a review in a language, with its period. */
function wholeTitle(facts: ReviewFacts, language: Language): string {
  const pen = createReviewPen(language)
  return pen.t('titled', reviewTitle(facts, pen))
}

/** A review as Markdown in one language: a signed one as it was frozen, a draft with the present data. */
export function reviewToMarkdown(
  store: Store,
  input: { uid: string; language: Language },
): { text: string; fileName: string; title: LocalText } {
  const review = getReview(store, input)
  const { snapshot, revision, periodStart, periodEnd } = review
  const facts = snapshot?.facts ?? getFacts(store, review)
  const { answers, focus } = snapshot ?? review
  const signedDay = snapshot?.signedDay ?? null
  const shown = { revision, signedDay, asOf: signedDay ?? today(store), facts, answers, focus }
  const suffix = revision === 1 ? '' : `-r${revision}`
  return {
    text: writeMarkdown(buildReview(shown, input.language)),
    fileName: `kurs-review-${periodStart}-${periodEnd}${suffix}.md`,
    title: { ru: wholeTitle(facts, 'ru'), en: wholeTitle(facts, 'en') },
  }
}
