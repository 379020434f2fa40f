import type { UseFormReturnType } from '@mantine/form'
import { type RefObject, useRef, useState } from 'react'
import { changedFields } from './drafts.ts'
import { FormHistory } from './form-history.ts'
import { type UndoStep, useUndoScope } from './undo-scope.ts'

/** Undo within an open form. `note` is called at each change, `clear` when there is nothing to go back to. */
export function useFormHistory<F extends object>() {
  const [history] = useState(() => new FormHistory<F>(Date.now))
  const stepping = useRef(false)
  const note = (values: F, previous: F) => {
    const what = Object.keys(changedFields(previous, values)).join()
    if (!stepping.current && what !== '') history.note(previous, what)
  }
  const step = (direction: UndoStep, form: Pick<UseFormReturnType<F>, 'getValues' | 'setValues'>): boolean => {
    const next = history.step(direction, form.getValues())
    if (next === null) return false
    stepping.current = true
    form.setValues(next)
    stepping.current = false
    return true
  }
  return { note, step, canRedo: () => history.canRedo(), clear: () => history.clear() }
}

interface FormScopeOptions<F extends object> {
  form: Pick<UseFormReturnType<F>, 'getValues' | 'setValues'>
  history: ReturnType<typeof useFormHistory<F>>
  /**
   * The form is a permanent part of its page: it claims undo only while it has unsaved text, and redo only after an
   * undo.
   */
  standing: boolean
  /** The initial values of the form. */
  began: RefObject<F>
}

/** Undo and redo belong to this form while it is open. */
export function useFormScope<F extends object>({ form, history, standing, began }: FormScopeOptions<F>): void {
  const isDirty = () => Object.keys(changedFields(began.current, form.getValues())).length > 0
  useUndoScope(
    (direction) => history.step(direction, form),
    (direction) => !standing || isDirty() || (direction === 'redo' && history.canRedo()),
  )
}
