import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { JournalLink } from '#renderer/fields/journal-link.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { EvidenceCount, EvidenceItem, SkillView } from '#shared/contract/skills.ts'
import type { EvidenceKind } from '#shared/model/vocabulary.ts'
import { EvidenceList } from './evidence-list.tsx'
import { useSkillWords } from './skill-words.ts'
import classes from './skills.module.css'

interface SkillEvidenceProps {
  skill: SkillView
  /** The kind that was asked for: it is opened and takes the focus. */
  asked: EvidenceKind | null
  onShown: () => void
}

/** What backs a skill, by kind. */
export function SkillEvidence({ skill, asked, onShown }: SkillEvidenceProps) {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const evidence = useQuery(query.skills.evidence.queryOptions({ input: { uid: skill.uid } }))
  return (
    <section>
      <SectionTitle title={t('evidence.title')} />
      {skill.evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('evidence.none')}
        </Text>
      ) : (
        <QueryGate query={evidence}>
          {(items) =>
            skill.evidence.map((count) => (
              <KindOfEvidence
                key={count.kind}
                skill={skill}
                count={count}
                items={items.filter(({ item }) => item.type === count.kind)}
                isWanted={count.kind === asked}
                onShown={onShown}
              />
            ))
          }
        </QueryGate>
      )}
    </section>
  )
}

interface KindOfEvidenceProps {
  skill: SkillView
  count: EvidenceCount
  items: EvidenceItem[]
  isWanted: boolean
  onShown: () => void
}

function KindOfEvidence({ skill, count, items, isWanted, onShown }: KindOfEvidenceProps) {
  const { t } = useTranslation('skills')
  const words = useSkillWords()
  const today = useToday()
  const details = useRef<HTMLDetailsElement>(null)
  const show = useEffectEvent(() => {
    const frame = details.current
    if (frame === null) return
    frame.open = true
    frame.querySelector('summary')?.focus()
    frame.scrollIntoView({ block: 'nearest' })
    onShown()
  })
  useEffect(() => {
    if (isWanted) show()
  }, [isWanted])
  // What a rating names need not be about the skill, and the journal is asked for what is about it.
  const hasMore = items.length < count.done || items.some(({ isNamed }) => !isNamed)
  return (
    <details ref={details} className={classes.details}>
      <summary>{`${t(`evidence.kind.${count.kind}`)}: ${words.evidence(count)}`}</summary>
      <EvidenceList items={items} />
      {count.kind === 'activity' && hasMore && (
        <Text size="sm" mt={4}>
          <JournalLink filter={{ about: skill.uid, to: today }}>{t('evidence.journal')}</JournalLink>
        </Text>
      )}
    </details>
  )
}
