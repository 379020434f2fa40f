import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from './api.ts'
import { IN_TURN } from './in-turn.ts'
import { UndoScopesContext, type UndoStep } from './undo-scope.ts'
import { useActionText } from './use-action-text.ts'
import { undoMessage } from './use-save.tsx'

/** One message, however often it is tried. */
const NOTHING_HERE = 'nothing-in-form'

/** Undo and redo: of what is open in front of the page where it claims them, else of the workspace, saying what was done. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const { t } = useTranslation('history')
  const { client } = useApi()
  const scopes = useContext(UndoScopesContext)
  const { action } = useActionText()
  const step = useMutation({
    // Moves that were asked for before are done first, or they would come after what is taken back here.
    scope: IN_TURN,
    mutationFn: async (direction: 'undo' | 'redo') => {
      const state = await client.workspace.undoState({})
      const wanted = state[direction]
      // Exactly what is named: something else may have been done since it was asked for.
      if (direction === 'undo') await client.workspace.undo(wanted === null ? {} : { batchId: wanted.batchId })
      else await client.workspace.redo({})
      // What is taken back already offers it no more.
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
