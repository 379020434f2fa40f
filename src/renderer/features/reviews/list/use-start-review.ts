import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { toFailure } from '#renderer/lib/failures.ts'
import { useNewUids } from '#renderer/lib/new-uid.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { ReviewFields } from '#shared/model/review.ts'
import { usePeriodText } from '../use-period-text.ts'

/** Starts the review of a period and opens it; if there is one already, opens that one. */
export function useStartReview(onOpen: (uid: string) => void) {
  const { t } = useTranslation('reviews')
  const { client } = useApi()
  const undoable = useUndoable()
  const uidOf = useNewUids()
  const periodText = usePeriodText()
  return useMutation({
    mutationFn: async ({ periodStart, periodEnd }: Pick<ReviewFields, 'periodStart' | 'periodEnd'>) => {
      try {
        return await client.reviews.createDraft({ uid: uidOf('review'), periodStart, periodEnd })
      } catch (error) {
        const failure = toFailure(error)
        const present = failure?.code === 'REFUSED' ? failure.data : null
        if (present?.detail === undefined) throw error
        notifications.show({
          message: t(present.reason === 'review-signed' ? 'create.existsSigned' : 'create.exists'),
        })
        return { uid: present.detail, batchId: null }
      }
    },
    onSuccess: ({ uid, batchId }, { periodStart, periodEnd }) => {
      if (batchId !== null) undoable(t('create.created', { title: periodText(periodStart, periodEnd) }), batchId)
      onOpen(uid)
    },
  })
}
