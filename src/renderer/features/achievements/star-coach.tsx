import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { coachStar, type StarPoint, type StarState } from '#shared/domain/achievements/star-coach.ts'
import type { AchievementFields } from '#shared/model/achievement.ts'
import type { ItemRef } from '#shared/model/entities.ts'
import classes from './star-coach.module.css'

type States = Record<StarPoint, StarState>

/** The field under which each point stands; the task asks for nothing of its own. */
const POINTS = {
  situation: ['why'],
  task: [],
  action: ['done', 'share'],
  result: ['measure', 'confirm'],
} as const satisfies Record<string, readonly StarPoint[]>

/** What the fields of the form still leave open, as one types; `refs` are the items that were linked before. */
export function useStarCoach(values: AchievementFields, refs: readonly ItemRef[] | undefined): States {
  const { query } = useApi()
  const fields = useDeferredValue(values)
  const { links } = fields
  const people = useQuery({ ...query.people.list.queryOptions({ input: {} }), enabled: links.length > 0 })
  return useMemo(() => {
    const known = [...(refs ?? []).filter(({ type }) => type === 'person'), ...(people.data ?? [])]
    const persons = new Set(known.map(({ uid }) => uid))
    return coachStar(fields, links.filter((uid) => persons.has(uid)).length)
  }, [fields, links, people.data, refs])
}

/** Under a field of STAR: what makes it convincing, and the words for what is missing. It never keeps from saving. */
export function StarCoach({ part, states }: { part: keyof typeof POINTS; states: States }) {
  const { t } = useTranslation('achievements')
  const points = POINTS[part]
  if (points.length === 0) return null
  return (
    <ul className={classes.points} aria-label={t('coach.title')}>
      {points.map((point) => (
        <Point key={point} point={point} state={states[point]} />
      ))}
    </ul>
  )
}

function Point({ point, state }: { point: StarPoint; state: StarState }) {
  const { t } = useTranslation('achievements')
  const name = t(`coach.point.${point}`)
  const isClear = state === 'clear'
  const Sign = isClear ? IconCheck : IconCircleDashed
  return (
    <li className={classes.point} data-clear={isClear || undefined}>
      <Sign size={14} stroke={1.8} aria-hidden className={classes.sign ?? ''} />
      {isClear ? (
        <>
          <span aria-hidden>{name}</span>
          <span className="visually-hidden">{t('coach.clear', { point: name })}</span>
        </>
      ) : (
        <span>{`${name}: ${state === 'noUnit' ? t('coach.noUnit') : t(`coach.hint.${point}`)}`}</span>
      )}
    </li>
  )
}
