import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useApi } from '#renderer/lib/api.ts'
import { retoldConflict } from '#renderer/lib/failures.ts'
import { today } from '#renderer/lib/today.ts'
import { type FormChange, useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { isSameValue } from '#shared/domain/keeping/merge.ts'
import { withoutRetro, withRetro } from '#shared/domain/states/impact-retro.ts'
import { Day, Notes, Quantity } from '#shared/model/common.ts'
import type { ItemView } from '#shared/model/entities.ts'
import { type Retro, type RetroAfter, RetroDecision } from '#shared/model/initiative.ts'

/** The fields while a retro is typed: the decision may still be missing. */
const retroFields = (endDay: Day | null) =>
  z
    .strictObject({
      day: Day,
      actualChange: Quantity.nullable(),
      decision: RetroDecision.nullable(),
      lesson: Notes,
    })
    .superRefine(({ day, decision }, ctx) => {
      const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
      if (decision === null) refuse('decision', 'field.required')
      if (endDay !== null && day < endDay) refuse('day', 'day.beforeEnd')
      else if (day > today()) refuse('day', 'day.future')
    })
type RetroFields = z.infer<ReturnType<typeof retroFields>>

interface Options {
  item: ItemView<'initiative'>
  after: RetroAfter
  /** The change the form starts with when no retro is recorded. */
  proposed: number | null
  onDone: () => void
}

const NAMES = ['day', 'actualChange', 'decision', 'lesson'] as const

/**
 * Sends one retro of an initiative. All its retros are stored as one list, so a conflict with another window is
 * translated to the fields of this retro, as in the form of an item of its own.
 */
function useSendRetro({ item, after }: Pick<Options, 'item' | 'after'>) {
  const { client } = useApi()
  /** The last known stored retro. */
  const known = useRef(item.retros.find((one) => one.after === after) ?? null)
  const isEdit = useRef(known.current !== null)
  return async function send(fields: RetroFields, change: FormChange<RetroFields>): Promise<{ batchId: number }> {
    const others = withoutRetro(item.retros, after)
    // The draft was begun when no retro was stored, so the person has seen nothing of the stored one.
    if (isEdit.current && change.base.decision === null) {
      isEdit.current = false
      known.current = null
    }
    const before = known.current
    const ours = { ...(isEdit.current && before !== null ? { ...before, ...change.patch } : fields), after } as Retro
    const base = before === null ? null : ({ ...before, ...(isEdit.current && change.base) } as Retro)
    try {
      return await client.initiatives.update({
        uid: item.uid,
        patch: { retros: withRetro(others, ours) },
        base: { retros: base === null ? others : withRetro(others, base) },
      })
    } catch (error) {
      let isGone = false
      const told = retoldConflict(error, 'retros', (list) => {
        const theirs = (list as Retro[]).find((one) => one.after === after) ?? null
        known.current = theirs
        isGone = theirs === null
        if (theirs === null) return []
        const isMet = (name: (typeof NAMES)[number]) =>
          !isSameValue(theirs[name], ours[name]) && (base === null || !isSameValue(theirs[name], base[name]))
        return NAMES.filter(isMet).map((name) => ({ name, theirs: theirs[name] }))
      })
      // Deleted in the other window while it was edited here: the version of this window is saved.
      if (isGone) return send(fields, change)
      throw told
    }
  }
}

/** Records a retro of an initiative or changes it. */
export function useRetroForm({ item, after, proposed, onDone }: Options) {
  const { t } = useTranslation('initiatives')
  const undoable = useUndoable()
  const send = useSendRetro({ item, after })
  const retro = item.retros.find((one) => one.after === after)
  const { after: _after, ...stored } = retro ?? { after }
  return useItemForm<RetroFields, { batchId: number }>({
    schema: retroFields(item.endDay),
    initial: { day: today(), actualChange: proposed, decision: null, lesson: '', ...stored },
    dayField: 'day',
    draftKey: `retro-${item.uid}-${after}`,
    save: send,
    onSaved: ({ batchId }) => {
      undoable(t('retro.saved', { days: after, title: item.title }), batchId)
      onDone()
    },
    onCancel: onDone,
  })
}
