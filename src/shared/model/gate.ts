import { z } from 'zod'
import { LocalText, Quantity, Uid } from './common.ts'
import { ActivityKind, CountedSince, EvidenceKind, RequirementKind, Scope, VisibilityKind } from './vocabulary.ts'

const Share = z.number().min(0).max(1)

/** One requirement of a gate with its readiness, with everything needed to put it into words. */
export const RequirementStatus = z.strictObject({
  uid: Uid,
  kind: RequirementKind,
  /** Title of the skill, metric or milestone it names; null for counts of evidence and certifications. */
  subject: LocalText.nullable(),
  /** Unit of the metric. */
  unit: LocalText.nullable(),
  evidenceKind: EvidenceKind.nullable(),
  activityKind: ActivityKind.nullable(),
  minScope: Scope.nullable(),
  since: CountedSince,
  visibilityKinds: z.array(VisibilityKind).max(10),
  minOutside: z.int().nullable(),
  /** Counted items that were visible outside the company; null if the requirement does not ask for it. */
  outside: z.int().min(0).nullable(),
  note: LocalText,
  weight: z.int().min(1).max(10),
  /** Its readiness, 0-1. */
  value: Share,
  /** Its part of the gate's readiness: weight * value / sum of weights. */
  contribution: Share,
  /** The two numbers `value` was computed from, null = unknown. */
  current: Quantity.nullable(),
  target: Quantity.nullable(),
})
export type RequirementStatus = z.infer<typeof RequirementStatus>

/** Readiness of one gate, 0-1, with every part of the sum; null = the gate has no requirements. */
export const GateStatus = z.strictObject({
  value: Share.nullable(),
  totalWeight: z.int().min(0),
  requirements: z.array(RequirementStatus),
})
export type GateStatus = z.infer<typeof GateStatus>
