import { z } from 'zod'
import { achievementModel } from './achievement.ts'
import { activityModel } from './activity.ts'
import { attachmentModel } from './attachment.ts'
import { certificationModel } from './certification.ts'
import { Day, LocalText } from './common.ts'
import { initiativeModel } from './initiative.ts'
import { envelopeShape } from './item.ts'
import { learningModel } from './learning.ts'
import { loadEntryModel } from './load.ts'
import { metricModel, metricPointModel } from './metric.ts'
import { experimentModel, obstacleModel } from './obstacle.ts'
import { personModel } from './person.ts'
import { milestoneModel, planModel, requirementModel, stageModel } from './plan.ts'
import { projectModel } from './project.ts'
import { reviewModel } from './review.ts'
import { savedViewModel } from './saved-view.ts'
import { assessmentModel, skillModel } from './skill.ts'
import { stepModel } from './step.ts'
import { templateModel } from './template-doc.ts'

/**
 * Every entity of the workspace, owners before their parts: the order of archives and imports. This list makes an
 * entity's type, shape, lists and usual procedures known everywhere.
 */
export const MODELS = [
  planModel,
  templateModel,
  stageModel,
  skillModel,
  metricModel,
  milestoneModel,
  requirementModel,
  personModel,
  projectModel,
  learningModel,
  certificationModel,
  achievementModel,
  initiativeModel,
  obstacleModel,
  experimentModel,
  metricPointModel,
  stepModel,
  loadEntryModel,
  savedViewModel,
  activityModel,
  assessmentModel,
  reviewModel,
  attachmentModel,
] as const

export type Model = (typeof MODELS)[number]

/**
 * The fields that identify the entries of a list, so that two changes of a list are merged by entry and not by index.
 */
export const ENTRY_NAMES: readonly string[] = ['key', ...MODELS.map(({ entryName }) => entryName)].filter(
  (name) => name !== null,
)

/** The declaration of one type. */
export type ModelOf<Type extends Model['type']> = Extract<Model, { type: Type }>

/** The type of an item. One word per entity of the vocabulary, the same in every layer. */
export const ItemType = z.enum(
  Object.fromEntries(MODELS.map(({ type }) => [type, type])) as { [Type in Model['type']]: Type },
)
export type ItemType = z.infer<typeof ItemType>

/** Enough of an item to show and open it from somewhere else. */
export const ItemRef = z.strictObject({ uid: envelopeShape.uid, type: ItemType, title: LocalText, day: Day.nullable() })
export type ItemRef = z.infer<typeof ItemRef>

/**
 * Adds to an item the refs of all items it names by uid (links, evidence, owners), so that a view needs no second
 * request.
 */
export const refsShape = { refs: z.array(ItemRef) }

/** An item in the contract: its fields, its envelope and the refs of the items it names. */
export const viewOf = <Shape extends z.core.$ZodLooseShape>({ shape }: { shape: Shape }) =>
  z.strictObject({ ...shape, ...envelopeShape, ...refsShape })

/** An item of a type in the contract. */
export type ItemView<Type extends ItemType> = z.infer<ReturnType<typeof viewOf<ModelOf<Type>['shape']>>>

/** A list that can be exported as a table. */
export type CsvList = NonNullable<Model['csv']>
export const CsvList = z.enum(
  Object.fromEntries(MODELS.flatMap(({ csv }) => (csv === null ? [] : [[csv, csv]]))) as { [List in CsvList]: List },
)
