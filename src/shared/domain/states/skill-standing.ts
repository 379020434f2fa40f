import type { Level } from '#shared/model/common.ts'

/** How a skill stands against the target of a stage. */
export type SkillStanding = 'towards' | 'meeting' | 'exceeding' | 'unrated' | 'noTarget'

/** `target` is the level wanted at the end of the stage, null = it wants none. */
export function skillStanding(level: Level | null, target: Level | null): SkillStanding {
  if (target === null) return 'noTarget'
  if (level === null) return 'unrated'
  if (level === target) return 'meeting'
  return level < target ? 'towards' : 'exceeding'
}
