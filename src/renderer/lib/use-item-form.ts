import { schemaResolver, useForm } from '@mantine/form'
import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { changedFields, dropDraft, keepDraft, readDraft } from './drafts.ts'
import { fieldIssues } from './failures.ts'

/** Milliseconds without typing, and of typing at most, until the draft is kept: what a killed window may lose. */
const DRAFT_DELAY = { delay: 500, maxWait: 900 }

interface ItemFormOptions<F extends object, Saved> {
  /** The rules of the procedure itself. */
  schema: z.ZodType<F>
  initial: F
  /** Names the draft kept while typing: item uid, or `new-<type>`. */
  draftKey: string
  /** `changed` is what differs from where the form began: all that an item which may have changed since should be sent. */
  save(values: F, changed: Partial<F>): Promise<Saved>
  onSaved(saved: Saved, values: F): void
  /** After the draft was given up; only for a form with a Cancel button. */
  onCancel?(): void
}

/** A known message key of the `errors` texts, else the general one. */
export function useFieldMessage(): (key: string) => string {
  const { t, i18n } = useTranslation('errors')
  return (key) => (i18n.exists(`errors:field.${key}`) ? t(`field.${key}` as 'field.other') : t('field.other'))
}

/** The field on the screen that a refused value belongs to: an amount for its currency, all tags for one of them. */
const fieldOf = (path: string) => path.split('.', 1).join()

/**
 * Runs at once, or after the pressed button is let go: a message that appears in between would move what is about to be
 * clicked from under the pointer, and the click would be lost.
 */
function whenReleased(run: () => void): void {
  const isPressed = document.querySelector(':active') !== null
  if (isPressed) window.addEventListener('pointerup', () => setTimeout(run), { once: true })
  else run()
}

/** Brings the person to the first refused field, after the messages are shown. Only when saving: not while moving on. */
function useRefusedFocus(errors: object) {
  const asked = useRef<HTMLFormElement | null>(null)
  useEffect(() => {
    if (asked.current === null || Object.keys(errors).length === 0) return
    asked.current.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    asked.current = null
  }, [errors])
  return asked
}

/**
 * A form over the same schema as its procedure: messages at the fields, typing kept as a draft, nothing lost when saving
 * is refused.
 */
export function useItemForm<F extends object, Saved>(options: ItemFormOptions<F, Saved>) {
  const { schema, initial, draftKey, save, onSaved, onCancel } = options
  const message = useFieldMessage()
  const resolve = schemaResolver(schema, { sync: true })
  // The item may change under the open form (an undo, another window): what was not typed here must not go back.
  const began = useRef(initial)
  const [draft, setDraft] = useState(() => readDraft(localStorage, draftKey, initial))
  const keep = useDebouncedCallback((values: F) => keepDraft(localStorage, draftKey, began.current, values), {
    ...DRAFT_DELAY,
    flushOnUnmount: true,
  })
  const typed = useRef(new Set<string>())
  const form = useForm<F>({
    initialValues: { ...initial, ...draft },
    // Only what was typed into is judged on leaving it: an empty form that is just looked at complains of nothing.
    enhanceGetInputProps: ({ field, form: present }) => ({
      onBlur: () => whenReleased(() => typed.current.has(String(field)) && present.validateField(field)),
    }),
    validate: (values) => {
      const errors = Object.entries(resolve(values))
      return Object.fromEntries(errors.map(([path, key]) => [fieldOf(path), message(String(key))]))
    },
    onValuesChange: (values, previous) => {
      for (const name of Object.keys(changedFields(previous, values))) typed.current.add(name)
      keep(values)
    },
  })
  const forget = () => {
    keep.cancel()
    dropDraft(localStorage, draftKey)
  }
  /** Back to what is saved; the form stays open. */
  const discard = () => {
    began.current = initial
    form.setValues(initial)
    form.clearErrors()
    forget()
    setDraft(null)
  }
  const refused = useRefusedFocus(form.errors)
  const mutation = useMutation({
    mutationFn: (values: F) => save(values, changedFields(began.current, values)),
    onSuccess: (saved, values) => {
      forget()
      onSaved(saved, values)
    },
    onError: (error) => {
      const issues = fieldIssues(error)
      if (issues.length === 0) refused.current = null
      for (const issue of issues) form.setFieldError(String(issue.path[0]), message(issue.message))
    },
  })
  const validated = form.onSubmit((values) => mutation.mutate(schema.parse(values)))
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    refused.current = event.currentTarget
    validated(event)
  }
  const cancel = () => {
    forget()
    onCancel?.()
  }
  return {
    form,
    /** What the frame of the form needs. */
    frame: {
      onSubmit: submit,
      saving: mutation.isPending,
      restored: draft !== null,
      onDiscardDraft: discard,
      onCancel: cancel,
    },
  }
}
