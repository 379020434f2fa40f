import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from './api.ts'
import { undoBatch } from './undo-batch.ts'
import { useFailureText } from './use-failure-text.ts'

/** Batch id of an action that changed nothing. */
const NOTHING_CHANGED = 0

/** Milliseconds for which a message with "Undo" stays. */
const UNDO_TIME = 8000

/** Id of the message that offers to undo a batch. */
export const undoMessage = (batchId: number) => `undo-${batchId}`

/** Reports an action, with an undo function of its own; `id` is the id of the message. */
export function useWayBack(): (id: string, message: string, takeBack: () => Promise<unknown>) => void {
  const { t } = useTranslation('common')
  const failureText = useFailureText()
  return useCallback(
    (id, message, takeBack) => {
      const onUndo = async () => {
        notifications.hide(id)
        try {
          await takeBack()
        } catch (error) {
          notifications.show({ color: 'red', message: failureText(error) })
        }
      }
      notifications.show({
        id,
        autoClose: UNDO_TIME,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message}</Text>
            <Button size="compact-sm" variant="subtle" flex="none" onClick={onUndo}>
              {t('action.undo')}
            </Button>
          </Group>
        ),
      })
    },
    [failureText, t],
  )
}

/** Reports an action, with undo of its batch. */
export function useUndoable(): (message: string, batchId: number) => void {
  const { client } = useApi()
  const offer = useWayBack()
  return useCallback(
    (message, batchId) => {
      if (batchId === NOTHING_CHANGED) return
      offer(undoMessage(batchId), message, () => undoBatch(client, batchId))
    },
    [client, offer],
  )
}
