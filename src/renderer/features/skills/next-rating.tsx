import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { SkillLine, SkillView } from '#shared/contract/skills.ts'

/** Skills without an assessment, those the present stage asks for first. */
function unrated(skills: readonly SkillLine[]): SkillLine[] {
  const open = skills.filter(({ level, archived }) => level === null && !archived)
  return open.toSorted((one, other) => Number(one.target === null) - Number(other.target === null))
}

interface NextRatingProps {
  skill: SkillView
  /** An assessment was just saved: Enter goes on to the next. */
  isWanted: boolean
  /** The button has received the focus; if the person leaves it, the focus is not pulled back. */
  onFocused: () => void
  onRate: (uid: string) => void
}

/** Leads from one assessment to the next, until every skill has one. */
export function NextRating({ skill, isWanted, onFocused, onRate }: NextRatingProps) {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const format = useFormat()
  const list = useQuery(query.skills.list.queryOptions({ input: {} }))
  const button = useRef<HTMLButtonElement>(null)
  const left = unrated(list.data ?? []).filter(({ uid }) => uid !== skill.uid)
  const [next] = left
  useEffect(() => {
    if (!isWanted || button.current === null) return
    button.current.focus()
    onFocused()
  }, [isWanted, onFocused])
  if (next === undefined) return null
  return (
    <Group gap="xs" mb="md">
      <Button ref={button} size="xs" variant="light" onClick={() => onRate(next.uid)}>
        {t('rateNext', { title: format.text(next.title) })}
      </Button>
      <Text size="sm" c="dimmed">
        {t('unratedLeft', { count: left.length })}
      </Text>
    </Group>
  )
}
