import { useTranslation } from 'react-i18next'
import { useLevelWord } from '#renderer/lib/level-word.ts'
import type { SkillLine } from '#shared/contract/skills.ts'
import type { Level } from '#shared/model/common.ts'

export type SkillState = 'archived' | 'unrated' | 'lacking' | 'reached'

/** The state of a skill against the present stage; a rated skill without a target has no gap. */
export function skillState({ archived, level, gap }: Pick<SkillLine, 'archived' | 'level' | 'gap'>): SkillState {
  if (archived) return 'archived'
  if (level === null) return 'unrated'
  return (gap ?? 0) > 0 ? 'lacking' : 'reached'
}

/** Words for levels, targets and gaps. */
export function useSkillWords() {
  const { t } = useTranslation('skills')
  const levelWord = useLevelWord()
  const levelText = (level: Level | null) =>
    level === null ? t('notRated') : t('level', { level, word: levelWord(level) })
  return {
    /** `2 – With help`. */
    level: levelText,
    target: (target: Level | null) => (target === null ? t('noTarget') : levelText(target)),
    /** A description of the meter for screen readers. */
    meter: ({ level, target }: { level: Level | null; target: Level | null }) => {
      const wanted = target ?? t('noTarget')
      return level === null ? t('meterUnrated', { target: wanted }) : t('meter', { level, target: wanted })
    },
    /** `2 levels`, or that the target is reached; empty without a target. */
    gap: (gap: Level | null) => (gap === null ? '' : gap === 0 ? t('reached') : t('levelsLacking', { count: gap })),
  }
}
