import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { changedFields, savedPart } from './drafts.ts'
import { fieldIssues, toFailure } from './failures.ts'
import { useConflicts } from './use-conflicts.ts'
import { useFormDraft } from './use-form-draft.ts'
import { useFormHistory, useFormScope } from './use-form-history.ts'

/** What is sent to save an item that may have changed since the form was opened. */
export interface FormChange<F extends object> {
  /** Uid of a new item: the same until the app has answered, however often it is saved. */
  uid: string
  /** The fields that differ from their initial values. */
  patch: Partial<F>
  /** The initial values of the same fields. */
  base: Partial<F>
}

interface ItemFormOptions<F extends object, Saved> {
  /** The schema of the procedure itself. */
  schema: z.ZodType<F>
  initial: F
  /** Key of the draft kept while typing: item uid, or `new-<type>`. */
  draftKey: string
  /** The field that starts with today: kept along with what is typed, so that it stays the day of typing. */
  dayField?: keyof F & string
  /** Converts the fields of a draft kept by an older Kurs. */
  liftDraft?: (fields: Partial<F>) => Partial<F>
  /** The form is a permanent part of its page: it claims undo only while it has unsaved text. */
  standing?: boolean
  save(values: F, change: FormChange<F>): Promise<Saved>
  onSaved(saved: Saved, values: F): void
  /** Called after the draft was discarded; only for a form with a Cancel button. */
  onCancel?(): void
}

/** Returns a known message key of the `errors` texts, else the general one. */
export function useFieldMessage(): (key: string) => string {
  const { t, i18n } = useTranslation('errors')
  return (key) => (i18n.exists(`errors:field.${key}`) ? t(`field.${key}` as 'field.other') : t('field.other'))
}

/** The visible field of a refused value: the amount for its currency, the tags for one tag. */
const fieldOf = (path: string) => path.split('.', 1).join()

/**
 * Runs at once, or after the pressed button is released: a message that appears in between would move the button from
 * under the pointer, and the click would be lost.
 */
function whenReleased(run: () => void): void {
  const isPressed = document.querySelector(':active') !== null
  if (isPressed) window.addEventListener('pointerup', () => setTimeout(run), { once: true })
  else run()
}

/** Focuses the first refused field after the messages are shown. Only when saving, not when the focus moves on. */
function useRefusedFocus(errors: object) {
  const asked = useRef<HTMLFormElement | null>(null)
  useEffect(() => {
    if (asked.current === null || Object.keys(errors).length === 0) return
    asked.current.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    asked.current = null
  }, [errors])
  return asked
}

interface Sending<F extends object, Saved> extends Pick<ItemFormOptions<F, Saved>, 'save'> {
  values: F
  draft: Pick<ReturnType<typeof useFormDraft<F>>, 'changeTo'>
  conflicts: Pick<ReturnType<typeof useConflicts<F>>, 'agreed' | 'attempted' | 'take'>
}

/** Saves; retries automatically if the only conflict is an earlier save of this form whose answer was lost. */
async function sendChange<F extends object, Saved>(sending: Sending<F, Saved>): Promise<Saved> {
  const { values, draft, conflicts, save } = sending
  const change = draft.changeTo(values, conflicts.agreed.current)
  try {
    return await save(values, change)
  } catch (error) {
    if (toFailure(error) === null) conflicts.attempted(change.patch)
    if (conflicts.take(error).isAllOwn) return sendChange(sending)
    throw error
  }
}

interface StandingOptions<F extends object> {
  form: Pick<UseFormReturnType<F>, 'getValues' | 'setFieldValue'>
  initial: F
  draft: Pick<ReturnType<typeof useFormDraft<F>>, 'began' | 'keep'>
  standing: boolean
}

/** A permanent form follows what is saved elsewhere, except for fields with unsaved text. */
function useStanding<F extends object>({ form, initial, draft, standing }: StandingOptions<F>) {
  const { began, keep } = draft
  const known = useRef(initial)
  const sent = useRef(initial)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is another object each time, it is about what is saved
  useEffect(() => {
    const changed = changedFields(known.current, initial)
    known.current = initial
    if (!standing) return
    const typed = changedFields(began.current, form.getValues())
    for (const [name, value] of Object.entries(changed)) {
      if (name in typed) continue
      began.current = { ...began.current, [name]: value }
      form.setFieldValue(name as never, value as never)
    }
  }, [initial])
  return {
    sends: () => {
      sent.current = form.getValues()
    },
    /** After saving, the form is for another item; only text typed while saving stays as unsaved. */
    goOn: (tell: () => void) => {
      const answered = form.getValues()
      tell()
      if (!standing) return
      began.current = savedPart(sent.current, answered, form.getValues())
      keep(form.getValues())
    },
  }
}

/**
 * A form over the same schema as its procedure: messages at the fields, typed text kept as a draft, nothing lost when
 * saving is refused.
 */
export function useItemForm<F extends object, Saved>(options: ItemFormOptions<F, Saved>) {
  const { schema, initial, draftKey, dayField, standing = false, save, onSaved, onCancel, liftDraft } = options
  const message = useFieldMessage()
  const resolve = schemaResolver(schema, { sync: true })
  const draft = useFormDraft({ key: draftKey, initial, dayField, lift: liftDraft })
  const history = useFormHistory<F>()
  const typed = useRef(new Set<string>())
  const form = useForm<F>({
    initialValues: { ...initial, ...draft.values },
    // A field is validated on blur only if it was typed into: an empty form that is just looked at shows no errors.
    enhanceGetInputProps: ({ field, form: present }) => ({
      onBlur: () => whenReleased(() => typed.current.has(String(field)) && present.validateField(field)),
    }),
    validate: (values) => {
      const errors = Object.entries(resolve(values))
      return Object.fromEntries(errors.map(([path, key]) => [fieldOf(path), message(String(key))]))
    },
    onValuesChange: (values, previous) => {
      for (const name of Object.keys(changedFields(previous, values))) typed.current.add(name)
      history.note(values, previous)
      draft.keep(values)
    },
  })
  useFormScope({ form, history, standing, began: draft.began })
  const stands = useStanding({ form, initial, draft, standing })
  const conflicts = useConflicts({ schema, form, began: draft.began })
  /** Returns to the saved values; the form stays open. */
  const discard = () => {
    draft.began.current = initial
    conflicts.clear()
    form.setValues(initial)
    form.clearErrors()
    draft.forget()
  }
  const refused = useRefusedFocus(form.errors)
  const saving = useRef(false)
  const mutation = useMutation({
    mutationFn: (values: F) => sendChange({ values, draft, conflicts, save }),
    onSettled: () => {
      saving.current = false
    },
    onSuccess: (saved, values) => {
      draft.forget()
      conflicts.clear()
      stands.goOn(() => onSaved(saved, values))
      history.clear()
    },
    onError: (error) => {
      const issues = fieldIssues(error)
      if (issues.length === 0) refused.current = null
      for (const issue of issues) form.setFieldError(String(issue.path[0]), message(issue.message))
    },
  })
  const validated = form.onSubmit((values) => {
    // A second Ctrl+Enter may come before the button is disabled.
    if (saving.current) return
    saving.current = true
    stands.sends()
    mutation.mutate(schema.parse(values))
  })
  return {
    form,
    /** Properties for the frame of the form. */
    frame: {
      onSubmit: (event: SyntheticEvent<HTMLFormElement>) => {
        refused.current = event.currentTarget
        if (conflicts.isSettled()) validated(event)
        else event.preventDefault()
      },
      saving: mutation.isPending,
      conflicts: conflicts.view,
      restored: draft.restored,
      onDiscardDraft: discard,
      onCancel: () => {
        draft.forget()
        onCancel?.()
      },
    },
  }
}
