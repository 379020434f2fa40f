import { z } from 'zod'
import { Key, Name, Paragraph, Sentence } from './template-text.ts'

const part = <As extends string, Shape extends z.ZodRawShape>(as: As, shape: Shape) =>
  z.strictObject({ as: z.literal(as), key: Key, ...shape })

/**
 * A part of a tactic that the person can take over: a form is filled in from it, to be checked and saved. Keys are
 * unique over all cases.
 */
export const CasePart = z.discriminatedUnion('as', [
  /** An experiment against an obstacle of the template. */
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
  /** A milestone proposed for a stage of the template. */
  part('milestone', {
    title: Name,
    stage: Key,
    check: Sentence,
    skills: z.array(Key).min(1),
    /** Days it usually takes, including what its check has to wait for. */
    days: z.int().min(7).max(366),
  }),
  /** An entry of the template's learning catalogue, and its purpose here. */
  part('learning', { from: Key, why: Sentence }),
])
export type CasePart = z.infer<typeof CasePart>

/**
 * A kind of move from one role to another, described without names: situation, tactics, traps. It is not the story of
 * one person and states no figures.
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
