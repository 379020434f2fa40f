import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from './api.ts'
import { IN_TURN } from './in-turn.ts'
import { undoBatch } from './undo-batch.ts'
import { UndoScopesContext, type UndoStep } from './undo-scope.ts'
import { useActionText } from './use-action-text.ts'
import { undoMessage } from './use-save.tsx'

/** Id of the message, so that repeated attempts show it once. */
const NOTHING_HERE = 'nothing-in-form'

/**
 * Undo and redo: in what is open in front of the page if it claims them, else in the workspace, with a message about
 * the action.
 */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t } = useTranslation('history')
  const { client } = useApi()
  const scopes = useContext(UndoScopesContext)
  const { action } = useActionText()
  const step = useMutation({
    // Moves requested before must finish first; otherwise they would be applied after this undo.
    scope: IN_TURN,
    mutationFn: async (direction: 'undo' | 'redo') => {
      const state = await client.workspace.undoState({})
      const wanted = state[direction]
      // Undoes exactly the named batch, because another action may have come since.
      if (direction === 'redo') await client.workspace.redo({})
      else if (wanted === null) await client.workspace.undo({})
      else await undoBatch(client, wanted.batchId)
      // The message of an undone batch must no longer offer undo.
      if (direction === 'undo' && wanted !== null) notifications.hide(undoMessage(wanted.batchId))
      return { direction, done: wanted }
    },
    onSuccess: ({ direction, done }) => {
      const what = done === null ? '' : action(done)
      notifications.show({ autoClose: 4000, message: t(direction === 'undo' ? 'undone' : 'redone', { what }) })
    },
  })
  const go = (direction: UndoStep) => {
    const scope = scopes?.claiming(direction) ?? null
    if (scope === null) return step.mutate(direction)
    const taken = scope.step(direction)
    if (taken === true) return
    const message = taken === 'saving' ? t('stillSaving') : t(`nothingInForm.${direction}`)
    notifications.show({ id: NOTHING_HERE, autoClose: 4000, message })
  }
  return { undo: () => go('undo'), redo: () => go('redo') }
}
