import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconSignature } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { Review } from '#shared/contract/reviews.ts'
import { usePeriodText } from '../use-period-text.ts'
import classes from './review-guide.module.css'
import { GuideStep, type StepCounts } from './step-rail.tsx'

interface SignStepProps {
  review: Review
  counts: StepCounts
  flush: () => Promise<boolean>
}

/** Says what signing means and what is still open; signs after one confirmation. */
export function SignStep({ review, counts, flush }: SignStepProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const [asking, ask] = useDisclosure(false)
  return (
    <GuideStep step="sign" lead={t('guide.sign.lead')}>
      <OpenPoints review={review} counts={counts} />
      <Button leftSection={<IconSignature size={16} />} onClick={ask.open}>
        {t('guide.sign.submit')}
      </Button>
      <Modal
        opened={asking}
        onClose={ask.close}
        title={t('guide.sign.confirmTitle')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
        centered
      >
        <Confirm review={review} flush={flush} onClose={ask.close} />
      </Modal>
    </GuideStep>
  )
}

function OpenPoints({ review, counts }: Pick<SignStepProps, 'review' | 'counts'>) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const today = useToday()
  const silent = counts.questions - counts.answered
  const points = [
    review.periodEnd > today && t('guide.sign.running', { day: format.day(review.periodEnd) }),
    counts.notRated > 0 && t('guide.sign.skills', { count: counts.notRated }),
    silent > 0 && t('guide.sign.answers', { count: silent }),
    counts.lines === 0 && t('guide.sign.focus'),
  ].filter((point) => typeof point === 'string')
  return (
    <>
      <Text fw={500} size="sm">
        {t('guide.sign.open')}
      </Text>
      <ul className={classes.open}>
        {(points.length === 0 ? [t('guide.sign.ready')] : points).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  )
}

interface ConfirmProps {
  review: Review
  flush: () => Promise<boolean>
  onClose: () => void
}

function Confirm({ review, flush, onClose }: ConfirmProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const period = usePeriodText()(review.periodStart, review.periodEnd)
  const sign = useMutation({
    mutationFn: async () => {
      if (!(await flush())) return false
      await client.reviews.sign({ uid: review.uid })
      return true
    },
    onSuccess: async (signed) => {
      notifications.show(
        signed ? { message: t('guide.sign.done') } : { color: 'red', message: t('guide.sign.notSaved') },
      )
      onClose()
      if (signed) await queryClient.invalidateQueries({ queryKey: query.reviews.key() })
    },
  })
  return (
    <>
      <Text size="sm">{t('guide.sign.confirmText', { period })}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common:action.cancel')}
        </Button>
        <Button loading={sign.isPending} onClick={() => sign.mutate()}>
          {t('guide.sign.confirm')}
        </Button>
      </Group>
    </>
  )
}
