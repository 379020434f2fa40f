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

/** What backs a skill, by kind. The counts are there at once, so that nothing below is moved by what comes later. */
export function SkillEvidence({ skill, asked, onShown }: SkillEvidenceProps) {
  const { t } = useTranslation('skills')
  return (
    <section>
      <SectionTitle title={t('evidence.title')} />
      {skill.evidence.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('evidence.none')}
        </Text>
      )}
      {skill.evidence.map((count) => (
        <KindOfEvidence
          key={count.kind}
          skill={skill}
          count={count}
          isWanted={count.kind === asked}
          onShown={onShown}
        />
      ))}
    </section>
  )
}

interface KindOfEvidenceProps {
  skill: SkillView
  count: EvidenceCount
  isWanted: boolean
  onShown: () => void
}

function KindOfEvidence({ skill, count, isWanted, onShown }: KindOfEvidenceProps) {
  const { t } = useTranslation('skills')
  const words = useSkillWords()
  const { query } = useApi()
  const evidence = useQuery(query.skills.evidence.queryOptions({ input: { uid: skill.uid } }))
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
  return (
    <details ref={details} className={classes.details}>
      <summary>{`${t(`evidence.kind.${count.kind}`)}: ${words.evidence(count)}`}</summary>
      <QueryGate query={evidence}>{(items) => <ItemsOfKind skill={skill} count={count} items={items} />}</QueryGate>
    </details>
  )
}

interface ItemsOfKindProps extends Pick<KindOfEvidenceProps, 'skill' | 'count'> {
  items: EvidenceItem[]
}

/** The items of a kind. Of journal entries only those that a rating names: the newest stand further down anyway. */
function ItemsOfKind({ skill, count: { kind, done }, items }: ItemsOfKindProps) {
  const { t } = useTranslation('skills')
  const today = useToday()
  const isListed = ({ item, isNamed }: EvidenceItem) => item.type === kind && (isNamed || kind !== 'activity')
  const listed = items.filter(isListed)
  return (
    <>
      {listed.length > 0 && <EvidenceList items={listed} />}
      {kind === 'activity' && listed.length < done && (
        <Text size="sm" mt={4}>
          <JournalLink filter={{ about: skill.uid, to: today }}>{t('evidence.journal')}</JournalLink>
        </Text>
      )}
    </>
  )
}
