import { z } from 'zod'
import { AchievementFields } from './achievement.ts'
import { ActivityFields } from './activity.ts'
import { AttachmentFields } from './attachment.ts'
import { CertificationFields } from './certification.ts'
import { envelopeShape } from './item.ts'
import { LearningFields } from './learning.ts'
import { MetricFields, MetricPointFields } from './metric.ts'
import { ExperimentFields, ObstacleFields } from './obstacle.ts'
import { PersonFields } from './person.ts'
import { MilestoneFields, PlanFields, RequirementFields, StageFields } from './plan.ts'
import { ProjectFields } from './project.ts'
import { ReviewFields } from './review.ts'
import { AssessmentFields, SkillFields } from './skill.ts'
import type { ItemType } from './vocabulary.ts'

export const ARCHIVE_FORMAT = 'kurs-archive'

/** Version of the archive's form; a reader refuses newer ones and upgrades older ones. */
export const ARCHIVE_VERSION = 1

/** Largest archive that is read: 512 MiB. */
export const ARCHIVE_LIMIT = 512 * 1024 * 1024

/** Bytes of JSON one item may take; a signed review with ten full years of facts stays far below. */
export const ARCHIVE_ITEM_LIMIT = 8 * 1024 * 1024

/** Items of all types together. */
export const ARCHIVE_COUNT_LIMIT = 2_000_000

/** Levels of nesting inside one item. */
export const ARCHIVE_DEPTH_LIMIT = 64

/** An item of each type as an archive holds it: its fields and its envelope; owners before what belongs to them. */
export const archivedItems = {
  plan: PlanFields.safeExtend(envelopeShape),
  stage: StageFields.safeExtend(envelopeShape),
  skill: SkillFields.safeExtend(envelopeShape),
  metric: MetricFields.safeExtend(envelopeShape),
  milestone: MilestoneFields.safeExtend(envelopeShape),
  requirement: RequirementFields.safeExtend(envelopeShape),
  person: PersonFields.safeExtend(envelopeShape),
  project: ProjectFields.safeExtend(envelopeShape),
  learning: LearningFields.safeExtend(envelopeShape),
  certification: CertificationFields.safeExtend(envelopeShape),
  achievement: AchievementFields.safeExtend(envelopeShape),
  obstacle: ObstacleFields.safeExtend(envelopeShape),
  experiment: ExperimentFields.safeExtend(envelopeShape),
  metricPoint: MetricPointFields.safeExtend(envelopeShape),
  activity: ActivityFields.safeExtend(envelopeShape),
  assessment: AssessmentFields.safeExtend(envelopeShape),
  review: ReviewFields.safeExtend(envelopeShape),
  attachment: AttachmentFields.safeExtend(envelopeShape),
} as const satisfies Record<ItemType, z.ZodType>

/** Preferences by name; a value is any JSON, because what a name means is known to its feature alone. */
export const ArchivedSettings = z.record(z.string().regex(/^[a-z][A-Za-z0-9.-]{0,99}$/), z.json())

export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)

type ListsOf<Shape extends Record<string, z.ZodType>> = { [Type in keyof Shape]: z.ZodArray<Shape[Type]> }

const lists = Object.fromEntries(
  Object.entries(archivedItems).map(([type, schema]) => [type, z.array(schema)]),
) as ListsOf<typeof archivedItems>

/**
 * The whole archive as one JSON document: everything the workspace holds but its history. The same data is always the same
 * bytes: types in this order, items by uid, keys by name, nothing of the moment it was made.
 */
export const Archive = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  settings: ArchivedSettings,
  items: z.strictObject(lists),
  /** Contents of attached files by SHA-256, base64. */
  files: z.record(FileHash, z.base64()),
})
export type Archive = z.infer<typeof Archive>

/** One thing that is wrong with an archive: where (`items.activity[3].day`) and what. */
export const ArchiveProblem = z.strictObject({ path: z.string(), message: z.string() })
export type ArchiveProblem = z.infer<typeof ArchiveProblem>

/** What an archive holds, as far as it could be read. */
export const ArchivePreview = z.strictObject({
  version: z.int(),
  /** Items by type, in the order of archives. */
  counts: z.record(z.string(), z.int().min(0)),
  files: z.int().min(0),
  /** Attachments whose content was already missing when the archive was made: imported all the same. */
  missingFiles: z.int().min(0),
  /** The first of the problems; an archive with any is refused whole. */
  problems: z.array(ArchiveProblem),
  problemCount: z.int().min(0),
  /** An archive is imported only into a workspace without items. */
  workspaceIsEmpty: z.boolean(),
})
export type ArchivePreview = z.infer<typeof ArchivePreview>
