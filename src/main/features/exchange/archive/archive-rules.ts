import type { Doc } from '#main/store/entities/entity.ts'
import { safeFileName } from '#shared/domain/keeping/file-name.ts'
import { plainMediaType } from '#shared/domain/keeping/media-type.ts'
import {
  type Broken,
  brokenAliases,
  brokenGates,
  brokenRequirements,
  brokenReviews,
  brokenWeeks,
} from '#shared/domain/keeping/workspace-rules.ts'
import type { AttachmentFields } from '#shared/model/attachment.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { LoadEntryFields } from '#shared/model/load.ts'
import type { RequirementFields, StageFields } from '#shared/model/plan.ts'
import type { ReviewFields } from '#shared/model/review.ts'
import type { SkillFields } from '#shared/model/skill.ts'

/** Types for which `brokenRules` compares several items; a workspace has few items of them. */
const RULED = [
  'plan',
  'stage',
  'skill',
  'requirement',
  'review',
  'loadEntry',
  'attachment',
] as const satisfies readonly ItemType[]
type RuledType = (typeof RULED)[number]
export const RULED_TYPES: ReadonlySet<ItemType> = new Set(RULED)

function* brokenPlans(plans: readonly unknown[]): Generator<Broken> {
  for (const index of plans.keys()) if (index > 0) yield { index, field: 'uid', why: 'a workspace has one plan' }
}

/** Attachments must have the harmless names and media types that files get when they are attached. */
function* brokenAttachments(attachments: readonly AttachmentFields[]): Generator<Broken> {
  for (const [index, { name, mediaType }] of attachments.entries()) {
    if (safeFileName(name) !== name) yield { index, field: 'name', why: 'not a name a file gets here' }
    if (plainMediaType(mediaType) !== mediaType) yield { index, field: 'mediaType', why: 'not a media type' }
  }
}

/**
 * Rules that items of an archive break together, each valid by itself; the app would have refused the change. Rules
 * about the future are left out, because they depend on the moment and on the clock of the other machine.
 */
export function* brokenRules(docsOf: (type: RuledType) => readonly Doc[]): Generator<Broken & { type: ItemType }> {
  const typed = <F extends object>(type: RuledType) => docsOf(type) as Doc<F>[]
  const checks: [RuledType, Iterable<Broken>][] = [
    ['plan', brokenPlans(docsOf('plan'))],
    ['stage', brokenGates(typed<StageFields>('stage'))],
    ['skill', brokenAliases(typed<SkillFields>('skill'))],
    ['requirement', brokenRequirements(typed<RequirementFields>('requirement'))],
    ['review', brokenReviews(typed<ReviewFields>('review'))],
    ['loadEntry', brokenWeeks(typed<LoadEntryFields>('loadEntry'))],
    ['attachment', brokenAttachments(typed<AttachmentFields>('attachment'))],
  ]
  for (const [type, broken] of checks) for (const one of broken) yield { ...one, type }
}
