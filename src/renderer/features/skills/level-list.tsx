import { Kbd, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SkillView } from '#shared/contract/skills.ts'
import type { Level } from '#shared/model/common.ts'
import { useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'

/** The six levels as observable behaviour; the present level and the target are marked in words. */
export function LevelList({ skill }: { skill: SkillView }) {
  return (
    <ol className={classes.levels}>
      {skill.levels.map((_, level) => (
        <li key={`level-${String(level)}`} className={classes.card} data-now={level === skill.level}>
          <LevelWords skill={skill} level={level} />
        </li>
      ))}
    </ol>
  )
}

interface LevelWordsProps {
  skill: SkillView
  level: Level
  /** Makes the level a choice, which its digit makes too. */
  onChoose?: () => void
}

/** The description of one level. */
export function LevelWords({ skill, level, onChoose }: LevelWordsProps) {
  const { t } = useTranslation('skills')
  const format = useFormat()
  const words = useSkillWords()
  const { descriptor = '', signals = [] } = skill.levels[level] ?? {}
  return (
    <div>
      <div className={classes.cardHead}>
        {onChoose === undefined ? (
          <span>{words.level(level)}</span>
        ) : (
          <UnstyledButton className={classes.choose ?? ''} onClick={onChoose}>
            {words.level(level)} <Kbd size="xs">{level}</Kbd>
          </UnstyledButton>
        )}
        {level === skill.level && <span className={classes.mark}>{t('isNow')}</span>}
        {level === skill.target && <span className={classes.mark}>{t('isTarget')}</span>}
        {skill.level === null && level === skill.baseline && <span className={classes.mark}>{t('isBaseline')}</span>}
      </div>
      {format.text(descriptor)}
      {signals.length > 0 && (
        <ul className={classes.signals}>
          {signals.map((signal) => (
            <li key={format.text(signal)}>{format.text(signal)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
