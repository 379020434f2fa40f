import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { Page } from '#renderer/ui/page.tsx'
import type { SkillLine } from '#shared/contract/skills.ts'
import { QUEUE_SIZE } from '#shared/domain/states/skill-queue.ts'
import { QueueSkill } from './queue-skill.tsx'
import { useHeadingFocus } from './use-heading-focus.ts'
import { askSkippedAgain, type Queued, skipSkill, useQueue } from './use-queue.ts'

/** Asks about skills one after the other, at most seven in a round. */
export function SkillQueuePage() {
  const { t } = useTranslation('skills')
  const { query } = useApi()
  const list = useQuery(query.skills.list.queryOptions({ input: {} }))
  return (
    <Page
      title={t('queue.title')}
      lead={t('queue.lead')}
      actions={
        <Button component={Link} to="/skills" variant="default">
          {t('queue.all')}
        </Button>
      }
    >
      <QueryGate query={list}>{(skills) => <Round skills={skills} />}</QueryGate>
    </Page>
  )
}

function Round({ skills }: { skills: SkillLine[] }) {
  const { t } = useTranslation('skills')
  const { queue, skippedCount } = useQueue(skills)
  const [answered, setAnswered] = useState<{ uid: string; isRated: boolean }[]>([])
  // A rating that was undone is asked about again.
  const done = answered.filter(({ uid }) => !queue.some(({ skill }) => skill.uid === uid))
  const size = Math.min(QUEUE_SIZE, done.length + queue.length)
  const [present, following] = done.length < size ? queue : []
  useReadAhead(following?.skill.uid)
  const answer = ({ skill: { uid } }: Queued, isRated: boolean) => {
    setAnswered((before) => [...before.filter((one) => one.uid !== uid), { uid, isRated }])
    if (!isRated) skipSkill(uid)
  }
  if (present === undefined)
    return (
      <RoundEnd
        rated={done.filter(({ isRated }) => isRated).length}
        left={queue.length}
        skipped={skippedCount}
        onNext={() => setAnswered([])}
      />
    )
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('queue.place', { place: done.length + 1, count: size })}
      </Text>
      <QueueSkill
        key={present.skill.uid}
        queued={present}
        onRated={() => answer(present, true)}
        onSkip={() => answer(present, false)}
      />
    </>
  )
}

/** The next question is there at once, so that no key is lost. */
function useReadAhead(uid: string | undefined): void {
  const { query } = useApi()
  useQuery({ ...query.skills.get.queryOptions({ input: { uid: uid ?? '' } }), enabled: uid !== undefined })
}

interface RoundEndProps {
  rated: number
  /** How many more there are to look at. */
  left: number
  skipped: number
  onNext: () => void
}

function RoundEnd({ rated, left, skipped, onNext }: RoundEndProps) {
  const { t } = useTranslation('skills')
  const heading = useHeadingFocus()
  const again = () => {
    askSkippedAgain()
    onNext()
  }
  return (
    <>
      <Title order={2} ref={heading} tabIndex={-1}>
        {t(left > 0 ? 'queue.endOfRound' : 'queue.end')}
      </Title>
      <Text mt={4}>
        {[rated > 0 && t('queue.rated', { count: rated }), skipped > 0 && t('queue.skipped', { count: skipped })]
          .filter((sentence) => sentence !== false)
          .join(' ') || t('queue.nothing')}
      </Text>
      <Group gap="xs" mt="md">
        {left > 0 && <Button onClick={onNext}>{t('queue.next', { count: Math.min(left, QUEUE_SIZE) })}</Button>}
        {skipped > 0 && (
          <Button variant="default" onClick={again}>
            {t('queue.again')}
          </Button>
        )}
      </Group>
    </>
  )
}
