import { z } from 'zod'
import { Line, LocalText, Uid } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { RequirementStatus } from '#shared/model/gate.ts'
import { StepTime, stepModel, stepShape } from '#shared/model/step.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import { bulk, crud, procedure } from './base.ts'

export const Step = viewOf(stepModel)
export type Step = z.infer<typeof Step>

/**
 * What a suggestion asks for: assess a skill, practise it, continue or begin something, finish a project, and so on.
 */
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

/** A suggestion that would raise the readiness of the present gate within the available time, and the reason for it. */
export const Suggestion = z.strictObject({
  /** Identifies the suggestion after it was accepted or declined: its kind, and the uid or key of its subject. */
  key: Line,
  kind: SuggestionKind,
  /** What it is about; null for a journal entry, whose kind is `activityKind`. */
  subject: LocalText.nullable(),
  activityKind: ActivityKind.nullable(),
  /** What to do, if the template says so. */
  how: LocalText.nullable(),
  /** Minutes to spend in the available time, and minutes of the whole. */
  minutes: z.int().min(1),
  wholeMinutes: z.int().min(1),
  /** Items it is about; they become the links of the step. */
  links: z.array(Uid),
  /** The requirement it contributes to most. */
  requirement: RequirementStatus,
  /** Weight of that requirement in the gate, 0-1. */
  share: z.number().min(0).max(1),
  /** How many other requirements it contributes to. */
  others: z.int().min(0),
  /**
   * How much the whole of it raises the readiness of the gate, 0-1: a course counts once it is finished, a level once
   * it is assessed. null = not known in advance, such as for an assessment.
   */
  gain: z.number().min(0).max(1).nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

const { updateMany } = bulk(stepShape)

export const steps = {
  ...crud(stepShape, Step),
  updateMany,
  /**
   * The three best next steps for the present gate; empty without a plan, or if no suggestion fits an open requirement.
   */
  next: procedure.input(z.strictObject({ time: StepTime })).output(z.array(Suggestion)),
}
