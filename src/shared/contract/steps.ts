import { z } from 'zod'
import { Line, LocalText, Uid } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { RequirementStatus } from '#shared/model/gate.ts'
import { StepTime, stepModel, stepShape } from '#shared/model/step.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { bulk, crud, procedure } from './base.ts'

export const Step = viewOf(stepModel)
export type Step = z.infer<typeof Step>

/** What a suggestion is: rate a skill, practise it, go on with or begin something, finish a project, and so on. */
export const SuggestionKind = z.enum([
  'rate',
  'practice',
  'learning',
  'starter',
  'project',
  'certification',
  'milestone',
  'activity',
])
export type SuggestionKind = z.infer<typeof SuggestionKind>

/** Something that would bring the present gate nearer in the time there is, and why it is suggested. */
export const Suggestion = z.strictObject({
  /** By which it is known again once it was taken or declined: its kind, and the uid or key of what it is about. */
  key: Line,
  kind: SuggestionKind,
  /** What it is about; null for an entry of the journal, which `activityKind` says. */
  subject: LocalText.nullable(),
  activityKind: ActivityKind.nullable(),
  /** What to do, where the template tells it. */
  how: LocalText.nullable(),
  /** Minutes of it in the time asked for, and of all of it. */
  minutes: z.int().min(1),
  wholeMinutes: z.int().min(1),
  /** Items it is about: the links of the step made from it. */
  links: z.array(Uid),
  /** The requirement it brings nearer most. */
  requirement: RequirementStatus,
  /** Weight of that requirement in the gate, 0-1. */
  share: z.number().min(0).max(1),
  /** How many other requirements it is for as well. */
  others: z.int().min(0),
  /**
   * By how much all of it raises the readiness of the gate, 0-1: what is counted as a whole, such as a course, counts once it is
   * finished, and a level once it is rated. null = not known before it is done, as of a rating.
   */
  gain: z.number().min(0).max(1).nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

const { updateMany } = bulk(stepShape)

export const steps = {
  ...crud(stepShape, Step),
  updateMany,
  /** The three best next steps for the present gate; none without a plan, or where nothing that fits is lacking. */
  next: procedure.input(z.strictObject({ time: StepTime })).output(z.array(Suggestion)),
}
