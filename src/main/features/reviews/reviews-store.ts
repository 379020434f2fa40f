import { prepared, type Store } from '#main/store/database.ts'
import { reviewEntity } from '#main/store/entities/reviews.ts'
import { getItem, removeItem, type Saved, updateItem, type View } from '#main/store/items.ts'
import { planTemplate } from '#main/store/plan-template.ts'
import { write } from '#main/store/writer.ts'
import type { PlanYear, ReviewLine } from '#shared/contract/reviews.ts'
import { coversYear, planYears } from '#shared/domain/plan-years.ts'
import { draftFocus } from '#shared/domain/review-focus.ts'
import { renderReviewMarkdown, reviewTitle } from '#shared/domain/review-markdown.ts'
import { requirement as enRequirement } from '#shared/locales/en/requirement.ts'
import { reviewMarkdown as enReview } from '#shared/locales/en/review-markdown.ts'
import { vocabulary as enVocabulary } from '#shared/locales/en/vocabulary.ts'
import { requirement as ruRequirement } from '#shared/locales/ru/requirement.ts'
import { reviewMarkdown as ruReview } from '#shared/locales/ru/review-markdown.ts'
import { vocabulary as ruVocabulary } from '#shared/locales/ru/vocabulary.ts'
import type { Day, Language, LocalText } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import { periodIssue, type ReviewFacts, type ReviewFields } from '#shared/model/review.ts'
import { gatherReviewFacts } from './review-facts.ts'
import { readRows } from './rows.ts'

const TEXTS = {
  ru: { reviewMarkdown: ruReview, requirement: ruRequirement, vocabulary: ruVocabulary, focusLine: ruReview.focusLine },
  en: { reviewMarkdown: enReview, requirement: enRequirement, vocabulary: enVocabulary, focusLine: enReview.focusLine },
}

interface PeriodInput {
  periodStart: Day
  periodEnd: Day
}

type LineRow = Omit<ReviewLine, 'totals'> & { totals: string | null }

/** All reviews, newest period first, within it the newest revision first. */
export function listReviews(store: Store): ReviewLine[] {
  return readRows<LineRow>(
    store,
    'list',
    `SELECT item.uid, item.created_at AS createdAt, item.updated_at AS updatedAt, period_start AS periodStart,
       period_end AS periodEnd, status, revision, signed_at AS signedAt,
       (SELECT uid FROM item AS replaced WHERE replaced.id = review.replaces_id) AS replacesUid,
       (SELECT later.uid FROM review AS revised CROSS JOIN item AS later USING (id)
        WHERE revised.replaces_id = review.id ORDER BY revised.revision DESC LIMIT 1) AS replacedByUid,
       snapshot ->> '$.facts.totals' AS totals
     FROM review CROSS JOIN item USING (id)
     ORDER BY period_end DESC, period_start DESC, revision DESC, review.id DESC`,
  ).map(({ totals, ...line }) => {
    if (totals === null) return { ...line, totals: null }
    const { minutes, activities, activeDays } = JSON.parse(totals) as ReviewFacts['totals']
    return { ...line, totals: { minutes, activities, activeDays } }
  })
}

/** The years of the plan that have begun, newest first, each with its newest review. */
export function listPlanYears(store: Store, today: Day): PlanYear[] {
  const plan = prepared(store, 'reviews.plan-start', () =>
    store.sqlite.prepare<[], { startDay: Day }>('SELECT start_day AS startDay FROM plan ORDER BY id LIMIT 1'),
  ).get()
  if (plan === undefined) return []
  const reviews = listReviews(store)
  return planYears(plan.startDay, today).map(({ number, start, end, ended }) => {
    const ofYear = reviews.filter((one) => coversYear({ start: one.periodStart, end: one.periodEnd }, { start, end }))
    const [newest] = ofYear.sort((a, b) => b.revision - a.revision || b.createdAt - a.createdAt)
    const review = newest === undefined ? null : { uid: newest.uid, status: newest.status, revision: newest.revision }
    return { number, periodStart: start, periodEnd: end, ended, review }
  })
}

function requirePeriod({ periodStart, periodEnd }: PeriodInput): void {
  const issue = periodIssue(periodStart, periodEnd)
  if (issue !== null) throw new Failure('VALIDATION', { issues: [issue] })
}

/** What happened in a period, as the data is now; throws VALIDATION for a period that cannot be. */
export function getFacts(store: Store, input: PeriodInput & { today: Day }): ReviewFacts {
  requirePeriod(input)
  const period = { start: input.periodStart, end: input.periodEnd }
  return store.sqlite.transaction(() => gatherReviewFacts(store, period, input.today))()
}

/** A new draft of a period with the prompts of the template and a focus drafted from the open gaps. */
export function createDraft(store: Store, input: PeriodInput & { uid?: string | undefined; today: Day }): Saved {
  const { periodStart, periodEnd } = input
  const { result, batchId } = write(store, 'review.create', (w) => {
    const present = listReviews(store).find((one) => one.periodStart === periodStart && one.periodEnd === periodEnd)
    if (present !== undefined) refuse(present.status === 'draft' ? 'already-exists' : 'review-signed', present.uid)
    const facts = getFacts(store, input)
    const answers = planTemplate(store).reviewPrompts.map(({ key, prompt }) => ({ key, prompt, answer: '' }))
    const focus = draftFocus(facts.plan?.gaps ?? [], TEXTS)
    return w.insert(reviewEntity, { periodStart, periodEnd, answers, focus }, input.uid)
  })
  return { uid: result, batchId }
}

/** Saves what was written so far; throws REFUSED review-signed. */
export function saveDraft(
  store: Store,
  input: {
    uid: string
    patch: { [Field in 'periodStart' | 'periodEnd' | 'answers' | 'focus']?: ReviewFields[Field] | undefined }
  },
): Saved {
  return updateItem(store, reviewEntity, input)
}

/**
 * Signs a draft: facts, answers and focus are frozen in its snapshot in the same transaction that reads them. It cannot be
 * undone, and neither can the steps that led to it.
 */
export function signReview(store: Store, input: { uid: string; today: Day }): Saved {
  const { batchId } = write(
    store,
    'review.sign',
    (w) => {
      const { periodStart, periodEnd, status, answers, focus } = getItem(store, reviewEntity, input.uid)
      if (status === 'signed') refuse('review-signed')
      const facts = gatherReviewFacts(store, { start: periodStart, end: periodEnd }, input.today)
      const kept = focus.filter((line) => typeof line !== 'string' || line.trim() !== '')
      w.update(reviewEntity, input.uid, {
        status: 'signed',
        focus: kept,
        signedAt: store.clock(),
        snapshot: { version: 1, facts, answers, focus: kept, signedDay: input.today },
      })
    },
    { undoable: false },
  )
  return { uid: input.uid, batchId }
}

/** A draft with the words of a signed review, which it will replace once signed. */
export function reviseReview(store: Store, input: { uid: string; newUid?: string | undefined }): Saved {
  const { result, batchId } = write(store, 'review.revise', (w) => {
    const { periodStart, periodEnd, status, revision, answers, focus } = getItem(store, reviewEntity, input.uid)
    const successor = listReviews(store).find(({ replacesUid }) => replacesUid === input.uid)
    if (status === 'draft' || successor !== undefined) refuse('already-exists', successor?.uid ?? input.uid)
    const replacing = { revision: revision + 1, replacesUid: input.uid }
    return w.insert(reviewEntity, { periodStart, periodEnd, answers, focus, ...replacing }, input.newUid)
  })
  return { uid: result, batchId }
}

/** Removes a draft; throws REFUSED review-signed. */
export function removeReview(store: Store, input: { uid: string }): Saved {
  return removeItem(store, reviewEntity, input)
}

function factsOf(store: Store, review: View<ReviewFields>, today: Day): ReviewFacts {
  return review.snapshot?.facts ?? getFacts(store, { ...review, today })
}

/** A review as Markdown in one language: a signed one as it was frozen, a draft with the data of the moment. */
export function reviewToMarkdown(
  store: Store,
  input: { uid: string; language: Language; today: Day },
): { text: string; fileName: string; title: LocalText } {
  const review = getItem(store, reviewEntity, input.uid)
  const { snapshot, revision, periodStart, periodEnd } = review
  const facts = factsOf(store, review, input.today)
  const { answers, focus } = snapshot ?? review
  const shown = { revision, signedDay: snapshot?.signedDay ?? null, facts, answers, focus }
  const suffix = revision === 1 ? '' : `-r${revision}`
  return {
    text: renderReviewMarkdown(shown, TEXTS[input.language], input.language),
    fileName: `kurs-review-${periodStart}-${periodEnd}${suffix}.md`,
    title: { ru: reviewTitle(facts, TEXTS.ru, 'ru'), en: reviewTitle(facts, TEXTS.en, 'en') },
  }
}
