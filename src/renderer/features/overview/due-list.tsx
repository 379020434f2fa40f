import { Button, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDueWords } from '#renderer/lib/due-words.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useAnyText } from '#renderer/lib/use-any-text.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import card from '#renderer/ui/card.module.css'
import type { DueItem } from '#shared/model/due.ts'
import classes from './overview.module.css'

/** Rows shown before "show all". */
const SHOWN = 6

/** Due items, the most urgent first; each opens its item. */
export function DueList({ due }: { due: DueItem[] }) {
  const { t } = useTranslation('overview')
  const [all, setAll] = useState(false)
  const shown = all ? due : due.slice(0, SHOWN)
  return (
    <section className={card.card}>
      <Title order={2} mb={4}>
        {t('due.title')}
      </Title>
      {due.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('due.empty')}
        </Text>
      )}
      <ul className={classes.due}>
        {shown.map((item) => (
          <DueRow key={`${item.kind} ${item.item?.uid ?? item.day}`} due={item} />
        ))}
      </ul>
      {due.length > shown.length && (
        <Button variant="subtle" size="compact-sm" mt={6} onClick={() => setAll(true)}>
          {t('due.more', { count: due.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

function DueRow({ due }: { due: DueItem }) {
  const { t } = useTranslation(['overview', 'common'])
  const anyText = useAnyText()
  const format = useFormat()
  const today = useToday()
  const openItem = useOpenItem()
  const navigate = useNavigate()
  const { words, path = '/' } = useDueWords()[due.kind]
  const open = () => (due.item === null ? void navigate({ to: path }) : openItem(due.item))
  const when = format.relativeDay(due.day, today)
  const title =
    due.period === null
      ? format.text(due.item?.title ?? '')
      : t('common:range', { start: format.day(due.period.start), end: format.day(due.period.end) })
  return (
    <li>
      <button type="button" onClick={open}>
        <span>
          <b>{title}</b>
          <span className={classes.dueKind}>{anyText(words)}</span>
        </span>
        <span className={due.daysLeft < 0 ? classes.late : classes.quiet}>
          {due.daysLeft < 0 ? t('due.overdue', { when }) : when}
        </span>
      </button>
    </li>
  )
}
