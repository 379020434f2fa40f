import { z } from 'zod'
import { Key, Name, Paragraph, Sentence } from './template-text.ts'

const part = <As extends string, Shape extends z.ZodRawShape>(as: As, shape: Shape) =>
  z.strictObject({ as: z.literal(as), key: Key, ...shape })

/** What a tactic becomes in the plan: a form filled with this, to be looked at and saved. Keys are unique over all cases. */
export const CasePart = z.discriminatedUnion('as', [
  /** Run against an obstacle of the template. */
  part('experiment', {
    title: Name,
    obstacle: Key,
    hypothesis: Sentence,
    action: Sentence,
    /** Leading indicator, measured weekly. */
    indicator: Sentence,
    /** Days until the verdict. */
    reviewAfterDays: z.int().min(7).max(180),
  }),
  /** Proposed for a stage of the template. */
  part('milestone', {
    title: Name,
    stage: Key,
    check: Sentence,
    skills: z.array(Key).min(1),
    /** Days it usually takes, with whatever its check has to wait for. */
    days: z.int().min(7).max(366),
  }),
  /** An entry of the template's learning catalogue, and what it is for here. */
  part('learning', { from: Key, why: Sentence }),
])
export type CasePart = z.infer<typeof CasePart>

/**
 * A kind of move from one role to another, told without names: where such people stand, what has helped them, and where they trip.
 * It is no story of one person and claims no numbers.
 */
export const TemplateCase = z.strictObject({
  key: Key,
  title: Name,
  situation: Paragraph,
  tactics: z
    .array(z.strictObject({ key: Key, title: Name, text: Sentence, parts: z.array(CasePart).min(1).max(3) }))
    .min(1)
    .max(12),
  traps: z.array(Sentence).min(1).max(10),
})
export type TemplateCase = z.infer<typeof TemplateCase>
