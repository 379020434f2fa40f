import type { ItemType } from '#shared/model/entities.ts'

/** What a line of the journal is said to be about. */
export const SUBJECT_TYPES: ItemType[] = [
  'skill',
  'person',
  'project',
  'learning',
  'certification',
  'achievement',
  'milestone',
  'initiative',
  'obstacle',
  'step',
]
