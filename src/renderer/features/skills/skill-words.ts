import { useTranslation } from 'react-i18next'
import { useLevelWord } from '#renderer/lib/level-word.ts'
import type { SkillLine } from '#shared/contract/skills.ts'
import { isStale } from '#shared/domain/states/skill-queue.ts'
import type { Level } from '#shared/model/common.ts'

export type SkillState = 'archived' | 'unrated' | 'lacking' | 'reached'

/** The state of a skill against the present stage; a rated skill without a target has no gap. */
export function skillState({ archived, level, gap }: Pick<SkillLine, 'archived' | 'level' | 'gap'>): SkillState {
  if (archived) return 'archived'
  if (level === null) return 'unrated'
  return (gap ?? 0) > 0 ? 'lacking' : 'reached'
}

/** Whether all evidence of a rated skill is old, so that its level is less certain. */
export function isFaded({ level, evidenceOn }: Pick<SkillLine, 'level' | 'evidenceOn'>, today: string): boolean {
  return level !== null && isStale(evidenceOn, today)
}

interface Meter {
  level: Level | null
  target: Level | null
  isFaded?: boolean
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
    meter: ({ level, target, isFaded: isOld = false }: Meter) => {
      const wanted = target === null ? t('noTarget') : t('targetOf', { target })
      if (level === null) return t('meterUnrated', { target: wanted })
      return t(isOld ? 'meterFaded' : 'meter', { level, target: wanted })
    },
    /** `done 2, in progress 1`. */
    evidence: ({ done, open }: { done: number; open: number }) =>
      [done > 0 && t('evidence.doneCount', { count: done }), open > 0 && t('evidence.openCount', { count: open })]
        .filter((part) => part !== false)
        .join(', '),
    /** `2 levels`, or that the target is reached; empty without a target. */
    gap: (gap: Level | null) => (gap === null ? '' : gap === 0 ? t('reached') : t('levelsLacking', { count: gap })),
  }
}
