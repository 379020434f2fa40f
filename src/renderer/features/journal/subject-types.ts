import type { ItemType } from '#shared/model/entities.ts'

/** Types that a journal entry can be about. */
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
