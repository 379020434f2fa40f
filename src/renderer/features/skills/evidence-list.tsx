import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useOpenItem } from '#renderer/lib/selection.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { EvidenceItem, SkillView } from '#shared/contract/skills.ts'
import { addDays } from '#shared/domain/calendar/calendar.ts'
import classes from './skills.module.css'

/** Items that back a skill, each with its type and its day; a press opens it. */
export function EvidenceList({ items }: { items: EvidenceItem[] }) {
  const { t } = useTranslation(['skills', 'vocabulary'])
  const format = useFormat()
  const openItem = useOpenItem()
  return (
    <ul className={classes.evidence}>
      {items.map(({ item, isDone, isNamed }) => (
        <li key={item.uid}>
          <button type="button" onClick={() => openItem(item)}>
            {format.title(item)}
          </button>
          <span className={classes.day}>
            {[
              t(`vocabulary:itemType.${item.type}`),
              isDone ? item.day !== null && format.day(item.day) : t('evidence.open'),
              isNamed && t('evidence.named'),
            ]
              .filter((part) => part !== false)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Items shown in a question; the journal and the panel of the skill have the rest. */
const SHOWN = 8

/** What was done for a skill since its newest rating; everything while it has none. */
export function EvidenceSince({ skill }: { skill: SkillView }) {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const format = useFormat()
  const today = useToday()
  const { uid, assessedOn } = skill
  const evidence = useQuery(query.skills.evidence.queryOptions({ input: { uid } }))
  const isSince = ({ item, isDone }: EvidenceItem) => !isDone || assessedOn === null || (item.day ?? '') > assessedOn
  const days = assessedOn === null ? { to: today } : { from: addDays(assessedOn, 1), to: today }
  return (
    <section>
      <SectionTitle
        title={assessedOn === null ? t('evidence.title') : t('evidence.since', { day: format.day(assessedOn) })}
      />
      <QueryGate query={evidence}>
        {(items) => {
          const since = items.filter(isSince)
          return since.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('evidence.none')}
            </Text>
          ) : (
            <>
              <EvidenceList items={since.slice(0, SHOWN)} />
              {since.some(({ item, isNamed }) => item.type === 'activity' && !isNamed) && (
                <Text size="sm" mt={4}>
                  <JournalLink filter={{ about: uid, ...days }}>
                    {t(assessedOn === null ? 'evidence.journal' : 'evidence.journalSince')}
                  </JournalLink>
                </Text>
              )}
            </>
          )
        }}
      </QueryGate>
    </section>
  )
}
