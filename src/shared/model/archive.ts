import { z } from 'zod'
import { Instant } from './common.ts'
import { type ItemType, MODELS, type ModelOf } from './entities.ts'
import { envelopeShape } from './item.ts'

export const ARCHIVE_FORMAT = 'kurs-archive'

/**
 * Version of the archive format; a reader refuses newer ones and converts older ones. 2: has the version of each type's
 * shape and the times when fields were last changed.
 */
export const ARCHIVE_VERSION = 2

/**
 * The types of an archive of version 1, which does not list them; all of them have the first version of their shape.
 */
export const FIRST_TYPES = [
  ...(['plan', 'stage', 'skill', 'metric', 'milestone', 'requirement', 'person', 'project', 'learning'] as const),
  ...(['certification', 'achievement', 'obstacle', 'experiment', 'metricPoint', 'activity', 'assessment'] as const),
  ...(['review', 'attachment'] as const),
] satisfies ItemType[]

/** Version of each type's shape, by the name of the type. */
export const ArchiveShapes = z.record(z.string().max(50), z.int().min(1).max(10_000))

/** When fields of an item were last changed, by field; fields unchanged since creation are left out. */
const ChangedFields = z.record(z.string().max(50), Instant)

/** An item of any version: only the parts common to all of them. */
export const StoredItem = z.looseObject({ changed: ChangedFields.optional() })

/**
 * Largest archive that is read, 64 GiB: more than a lifetime's workspace with its files. Reading keeps only some
 * hundred bytes of each item in memory.
 */
export const ARCHIVE_LIMIT = 64 * 1024 ** 3

/** Bytes of JSON per item: more than the limits of its fields allow, so that no export is refused. */
export const ARCHIVE_ITEM_LIMIT = 16 * 1024 * 1024

/** Items of all types together. */
export const ARCHIVE_COUNT_LIMIT = 2_000_000

/** Keys of one object inside an item. */
export const ARCHIVE_KEY_LIMIT = 1000

/** Problems after which reading an archive stops. */
export const ARCHIVE_PROBLEM_LIMIT = 100

/** Levels of nesting inside one item. */
export const ARCHIVE_DEPTH_LIMIT = 64

type Archived<M extends { shape: z.core.$ZodShape }> = z.ZodObject<
  z.core.util.Extend<M['shape'], typeof envelopeShape>,
  z.core.$strict
>

/** An item of each type in an archive: its fields and its envelope; owners come before their parts. */
export const archivedItems = Object.fromEntries(
  MODELS.map(({ type, fields }) => [type, (fields as z.ZodObject).safeExtend(envelopeShape)]),
) as unknown as {
  [Type in ItemType]: Archived<ModelOf<Type>>
}

/** Characters of JSON per preference. */
export const SETTING_LIMIT = 10_000

/** Preferences by name; a value is any JSON, because only its feature knows its meaning. */
export const ArchivedSettings = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9.-]{0,99}$/),
  z.json().refine((value) => JSON.stringify(value).length <= SETTING_LIMIT, 'list.tooLong'),
)

export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)

type ListsOf<Shape extends Record<string, z.ZodType>> = { [Type in keyof Shape]: z.ZodArray<Shape[Type]> }

const lists = Object.fromEntries(
  Object.entries(archivedItems).map(([type, schema]) => [
    type,
    z.array(schema.safeExtend({ changed: ChangedFields.optional() })),
  ]),
) as unknown as ListsOf<typeof archivedItems>

/**
 * The whole archive as one JSON document: everything in the workspace but its history. The same data always give the
 * same bytes: types in this order, items by uid, keys by name, and nothing that depends on when it was made.
 */
export const Archive = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  /** Version of the shape of each type; a missing type was unknown when the archive was made. */
  shapes: ArchiveShapes,
  settings: ArchivedSettings,
  items: z.strictObject(lists),
  /** Contents of attached files by SHA-256, base64. */
  files: z.record(FileHash, z.base64()),
})
export type Archive = z.infer<typeof Archive>

/** A problem of an archive: where (`items.activity[3].day`) and what. */
export const ArchiveProblem = z.strictObject({ path: z.string().max(300), message: z.string().max(500) })
export type ArchiveProblem = z.infer<typeof ArchiveProblem>

/** The content of an archive, as far as it could be read. */
export const ArchivePreview = z.strictObject({
  version: z.int(),
  /** Number of items by type, in the order of archives. */
  counts: z.record(z.string(), z.int().min(0)),
  files: z.int().min(0),
  /** Attachments whose content was missing when the archive was made; they are imported anyway. */
  missingFiles: z.int().min(0),
  /** An archive with any problem is refused as a whole. */
  problems: z.array(ArchiveProblem).max(ARCHIVE_PROBLEM_LIMIT),
  /** There are more problems: reading stopped, and the counts cover only the part that was read. */
  moreProblems: z.boolean(),
  /** An archive is imported only into a workspace without items. */
  workspaceIsEmpty: z.boolean(),
})
export type ArchivePreview = z.infer<typeof ArchivePreview>
