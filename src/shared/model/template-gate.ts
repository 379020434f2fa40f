import { z } from 'zod'
import { Level } from './common.ts'
import { Key, Sentence } from './template-text.ts'
import { ActivityKind, CountedSince, EvidenceKind, Scope, VisibilityKind } from './vocabulary.ts'

const requirement = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({
    key: Key,
    kind: z.literal(kind),
    /** Relative weight in the gate's readiness, 1-10. */
    weight: z.int().min(1).max(10),
    /** The variant of its stage that it belongs to; without it, it belongs to every variant. */
    variant: Key.optional(),
    ...shape,
  })

/** One typed requirement of a gate. Titles are made from the kind; `note` gives the reason for it. */
export const TemplateRequirement = z.discriminatedUnion('kind', [
  requirement('skill', { skill: Key, level: Level, note: Sentence.optional() }),
  requirement('evidence', {
    of: EvidenceKind,
    /** Only activities of this kind count (with `of: activity`). */
    activityKind: ActivityKind.optional(),
    /** Only achievements of at least this scope count (with `of: achievement`). */
    minScope: Scope.optional(),
    /** Only items done from then on count; without it, items of any day. */
    since: CountedSince.optional(),
    /**
     * Only these kinds count, and so many of them must be visible outside the company (with
     * `activityKind: visibility`).
     */
    visibilityKinds: z.array(VisibilityKind).min(1).max(VisibilityKind.options.length).optional(),
    minOutside: z.int().min(1).optional(),
    count: z.int().min(1).max(100),
    note: Sentence,
  }),
  /** Earned certifications; `anyOf` are catalogue keys. If empty, any would count, also one earned before the plan. */
  requirement('certification', {
    anyOf: z.array(Key),
    since: CountedSince.optional(),
    count: z.int().min(1).max(5),
    note: Sentence.optional(),
  }),
  requirement('metric', { metric: Key, value: z.number(), note: Sentence.optional() }),
  requirement('milestone', { milestone: Key, note: Sentence.optional() }),
])
export type TemplateRequirement = z.infer<typeof TemplateRequirement>

/** True for a condition that does not belong to the kind of evidence, or that can never be met. */
export function asksForForeign(asked: Extract<TemplateRequirement, { kind: 'evidence' }>): boolean {
  const { of, activityKind, minScope, visibilityKinds, minOutside, count } = asked
  if (activityKind !== undefined && of !== 'activity') return true
  if (minScope !== undefined && of !== 'achievement') return true
  const asksVisibility = visibilityKinds !== undefined || minOutside !== undefined
  return (asksVisibility && activityKind !== 'visibility') || (minOutside ?? 0) > count
}
