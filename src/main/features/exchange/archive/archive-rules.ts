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

/** The types of which `brokenRules` looks at several items at once; a workspace has few of them. */
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

/** Files have names and types as they get on arrival: harmless ones. */
function* brokenAttachments(attachments: readonly AttachmentFields[]): Generator<Broken> {
  for (const [index, { name, mediaType }] of attachments.entries()) {
    if (safeFileName(name) !== name) yield { index, field: 'name', why: 'not a name a file gets here' }
    if (plainMediaType(mediaType) !== mediaType) yield { index, field: 'mediaType', why: 'not a media type' }
  }
}

/**
 * What the items of an archive do together that the app would have refused, each valid by itself. Rules about what is in
 * the future are not among them: they are of the moment, and the clock of another machine was another.
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
