import { z } from 'zod'
import { Day, Key, Notes, Quantity, Title, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'
import type { Upgrade } from './shape.ts'

const InitiativeStatus = z.enum(['idea', 'planned', 'running', 'done', 'dropped'])

/** One of the three ratings of ICE, 1 (little) to 10 (much). */
const Rating = z.int({ message: 'number.invalid' }).min(1, 'number.invalid').max(10, 'number.invalid')

/** Days after the end at which the impact of an initiative is reviewed. */
export const RETRO_AFTER = [30, 90, 180] as const
export type RetroAfter = (typeof RETRO_AFTER)[number]

export const RetroDecision = z.enum(['keep', 'change', 'stop'])
export type RetroDecision = z.infer<typeof RetroDecision>

/** A look back at a finished initiative: the change by then, and the decision. */
export const Retro = z.strictObject({
  /** Which of the three it is, in days after the end. */
  after: z.literal(RETRO_AFTER),
  /** The day it was recorded. */
  day: Day,
  /** Change of the metric, in its unit; null = not measured. */
  actualChange: Quantity.nullable(),
  decision: RetroDecision,
  /** Markdown. */
  lesson: Notes,
})
export type Retro = z.infer<typeof Retro>

/** A bet on the business: the expected change, and the outcome. */
export const initiativeShape = {
  /** Key of the starter it was chosen from. */
  catalogueKey: Key.nullable(),
  title: Title,
  /** "If we do this, that will change, because..."; Markdown. */
  hypothesis: Notes,
  status: InitiativeStatus,
  /** The metric it should change. */
  metricUid: Uid.nullable(),
  /** The expected change in the metric's unit; negative if a decrease is wanted. */
  expectedChange: Quantity.nullable(),
  /** Ratings for the priority: effect on the business, confidence in it, how little work it is. */
  impact: Rating.nullable(),
  confidence: Rating.nullable(),
  ease: Rating.nullable(),
  /** The person responsible. */
  ownerUid: Uid.nullable(),
  /** People whose support it needs. */
  stakeholders: Links,
  startDay: Day.nullable(),
  endDay: Day.nullable(),
  /** The outcome, and what to do differently next time; Markdown. */
  lesson: Notes,
  /** At most one for each of the three times, in any order. */
  retros: z.array(Retro).max(RETRO_AFTER.length),
  notes: Notes,
  links: Links,
  tags: Tags,
}

/**
 * One retro for each of the three times. That its day is not before the end is checked only when it is written, because
 * an initiative that is resumed may end again later.
 */
function requireRetros(item: { retros: Retro[] }, ctx: z.RefinementCtx): void {
  if (new Set(item.retros.map(({ after }) => after)).size < item.retros.length)
    ctx.addIssue({ code: 'custom', path: ['retros'], message: 'retro.twice' })
}

export const InitiativeFields = z
  .strictObject(initiativeShape)
  .superRefine((item, ctx) => requireOrder(ctx, item.startDay, item.endDay, 'endDay', 'day.endBeforeStart'))
  .superRefine(requireRetros)
export type InitiativeFields = z.infer<typeof InitiativeFields>
export const emptyInitiative: InitiativeFields = {
  catalogueKey: null,
  title: '',
  hypothesis: '',
  status: 'idea',
  metricUid: null,
  expectedChange: null,
  impact: null,
  confidence: null,
  ease: null,
  ownerUid: null,
  stakeholders: [],
  startDay: null,
  endDay: null,
  lesson: '',
  retros: [],
  notes: '',
  links: [],
  tags: [],
}

/** 2: initiatives have retros. */
const initiativeUpgrades: readonly Upgrade[] = [(doc) => ({ ...doc, retros: [] })]

export const initiativeModel = declareModel({
  type: 'initiative',
  shape: initiativeShape,
  fields: InitiativeFields,
  empty: emptyInitiative,
  upgrades: initiativeUpgrades,
  procedures: 'initiatives',
  csv: 'initiatives',
  entryName: 'after' satisfies keyof Retro,
})
