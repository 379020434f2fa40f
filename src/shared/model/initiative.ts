import { z } from 'zod'
import { Day, Key, Notes, Quantity, Title, Uid } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'
import type { Upgrade } from './shape.ts'

const InitiativeStatus = z.enum(['idea', 'planned', 'running', 'done', 'dropped'])

/** One of the three ratings of ICE, 1 (little) to 10 (much). */
const Rating = z.int({ message: 'number.invalid' }).min(1, 'number.invalid').max(10, 'number.invalid')

/** Days after the end on which it is looked at what an initiative has changed. */
export const RETRO_AFTER = [30, 90, 180] as const
export type RetroAfter = (typeof RETRO_AFTER)[number]

export const RetroDecision = z.enum(['keep', 'change', 'stop'])
export type RetroDecision = z.infer<typeof RetroDecision>

/** A look back at a finished initiative: what it has changed by then, and what follows from that. */
export const Retro = z.strictObject({
  /** Which of the three it is, in days after the end. */
  after: z.literal(RETRO_AFTER),
  /** The day on which it was looked at. */
  day: Day,
  /** By how much the metric has moved, in its unit; null = not measured. */
  actualChange: Quantity.nullable(),
  decision: RetroDecision,
  /** Markdown. */
  lesson: Notes,
})
export type Retro = z.infer<typeof Retro>

/** A bet on the business: what we expect to move, by how much, and what came of it. */
export const initiativeShape = {
  /** Key of the starter it was chosen from. */
  catalogueKey: Key.nullable(),
  title: Title,
  /** If we do this, that will change, because...; Markdown. */
  hypothesis: Notes,
  status: InitiativeStatus,
  /** The metric it should move. */
  metricUid: Uid.nullable(),
  /** By how much, in the metric's unit; negative where less is wanted. */
  expectedChange: Quantity.nullable(),
  /** Priority: effect on the business, how sure one is of it, how little work it is. */
  impact: Rating.nullable(),
  confidence: Rating.nullable(),
  ease: Rating.nullable(),
  /** Who answers for it. */
  ownerUid: Uid.nullable(),
  /** People it must win over. */
  stakeholders: Links,
  startDay: Day.nullable(),
  endDay: Day.nullable(),
  /** What came of it and what to do otherwise next time; Markdown. */
  lesson: Notes,
  /** At most one of each, in any order. */
  retros: z.array(Retro).max(RETRO_AFTER.length),
  notes: Notes,
  links: Links,
  tags: Tags,
}

/** One retro of each kind. That it looks back is asked when it is written: an initiative taken up again may end anew after it. */
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

/** 2: what it has changed is looked at after its end. */
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
