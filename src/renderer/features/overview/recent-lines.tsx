import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCapture } from '#renderer/lib/capture.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import type { ActivityLine } from '#shared/contract/journal.ts'
import classes from './overview.module.css'

/** The newest journal entries, and how many wait in the inbox. */
export function RecentLines({ lines, inbox }: { lines: ActivityLine[]; inbox: number }) {
  const { t } = useTranslation(['overview', 'journal'])
  const capture = useCapture()
  if (lines.length === 0)
    return (
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        action={<Button onClick={capture}>{t('journal:capture.open')}</Button>}
      />
    )
  return (
    <section>
      <SectionTitle title={t('recent.title')} aside={<Link to="/journal">{t('recent.all')}</Link>} />
      {inbox > 0 && <Link to="/inbox">{t('inbox', { count: inbox })}</Link>}
      <ul className={classes.due}>
        {lines.map((line) => (
          <RecentLine key={line.uid} line={line} />
        ))}
      </ul>
    </section>
  )
}

function RecentLine({ line }: { line: ActivityLine }) {
  const { t } = useTranslation('vocabulary')
  const format = useFormat()
  const openItem = useOpenItem()
  return (
    <li>
      <button type="button" onClick={() => openItem({ uid: line.uid, type: 'activity' })}>
        <b>{line.title}</b>
        <span className={classes.quiet}>
          {[format.shortDay(line.day), format.minutes(line.minutes), line.kind && t(`activityKind.${line.kind}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  )
}
