import type { PlanYear, ReviewLine } from '#shared/contract/reviews.ts'
import type { ReviewFields } from '#shared/model/review.ts'

/** A period with all its revisions, the newest first. */
export interface ReviewRow extends Pick<ReviewFields, 'periodStart' | 'periodEnd'> {
  /** The plan year of this review, null for any other period. */
  year: PlanYear | null
  revisions: ReviewLine[]
}

/** The state of a row. */
export type ReviewRowState = 'running' | 'due' | 'draft' | 'signed'

/** Groups reviews by revision: linked by what they replace, the newest first. */
function toChains(lines: readonly ReviewLine[]): ReviewLine[][] {
  const known = new Map(lines.map((line) => [line.uid, line]))
  const chains: ReviewLine[][] = []
  for (const newest of lines.filter(({ replacedByUid }) => replacedByUid === null || !known.has(replacedByUid))) {
    const chain = [newest]
    for (let line = known.get(newest.replacesUid ?? ''); line !== undefined && !chain.includes(line); ) {
      chain.push(line)
      line = known.get(line.replacesUid ?? '')
    }
    chains.push(chain)
  }
  return chains
}

const isOf = (chain: ReviewLine[], year: PlanYear) => chain.some(({ uid }) => uid === year.review?.uid)

/** Plan years (newest first) with their reviews, and the reviews of other periods. */
export function toReviewRows(
  lines: readonly ReviewLine[],
  years: readonly PlanYear[],
): { years: ReviewRow[]; others: ReviewRow[] } {
  const chains = toChains(lines)
  const rowOf = (chain: ReviewLine[], year: PlanYear | null) => ({
    year,
    periodStart: chain[0]?.periodStart ?? year?.periodStart ?? '',
    periodEnd: chain[0]?.periodEnd ?? year?.periodEnd ?? '',
    revisions: chain,
  })
  return {
    years: years.map((year) => rowOf(chains.find((chain) => isOf(chain, year)) ?? [], year)),
    others: chains.filter((chain) => !years.some((year) => isOf(chain, year))).map((chain) => rowOf(chain, null)),
  }
}

export function rowState({ year, revisions: [newest] }: Pick<ReviewRow, 'year' | 'revisions'>): ReviewRowState {
  if (newest !== undefined) return newest.status
  return year?.ended === false ? 'running' : 'due'
}

/** The next thing to do: finish a draft, then review the oldest waiting year, else wait for the running one. */
export function nextReviewStep(rows: { years: ReviewRow[]; others: ReviewRow[] }): ReviewRow | null {
  const all = [...rows.years, ...rows.others]
  return (
    all.find((row) => rowState(row) === 'draft') ??
    rows.years.findLast((row) => rowState(row) === 'due') ??
    rows.years.find((row) => rowState(row) === 'running') ??
    null
  )
}
