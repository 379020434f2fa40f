import { schemaResolver, useForm } from '@mantine/form'
import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { fieldIssues } from './failures.ts'

/** Milliseconds of typing that a killed window may lose. */
const DRAFT_DELAY = 700

interface ItemFormOptions<F extends object, Saved> {
  /** The rules of the procedure itself. */
  schema: z.ZodType<F>
  initial: F
  /** Names the draft kept while typing: item uid, or `new-<type>`. */
  draftKey: string
  save(values: F): Promise<Saved>
  onSaved(saved: Saved, values: F): void
}

const draftName = (key: string) => `kurs.draft.${key}`

function readDraft<F>(key: string): F | null {
  const text = localStorage.getItem(draftName(key))
  if (text === null) return null
  try {
    return JSON.parse(text) as F
  } catch {
    return null
  }
}

/** A known message key of the `errors` texts, else the general one. */
export function useFieldMessage(): (key: string) => string {
  const { t, i18n } = useTranslation('errors')
  return (key) => (i18n.exists(`errors:field.${key}`) ? t(`field.${key}` as 'field.other') : t('field.other'))
}

/**
 * A form over the same schema as its procedure: messages at the fields, typing kept as a draft, nothing lost when saving
 * is refused.
 */
export function useItemForm<F extends object, Saved>(options: ItemFormOptions<F, Saved>) {
  const { schema, initial, draftKey, save, onSaved } = options
  const message = useFieldMessage()
  const resolve = schemaResolver(schema, { sync: true })
  const draft = useRef(readDraft<F>(draftKey))
  const keepDraft = useDebouncedCallback(
    (values: F) => localStorage.setItem(draftName(draftKey), JSON.stringify(values)),
    { delay: DRAFT_DELAY, flushOnUnmount: true },
  )
  const form = useForm<F>({
    initialValues: { ...initial, ...draft.current },
    validateInputOnBlur: true,
    validate: (values) => {
      const errors = resolve(values)
      return Object.fromEntries(Object.entries(errors).map(([path, key]) => [path, message(String(key))]))
    },
    onValuesChange: (values) => keepDraft(values),
  })
  const forget = () => {
    keepDraft.cancel()
    localStorage.removeItem(draftName(draftKey))
  }
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: (saved, values) => {
      forget()
      onSaved(saved, values)
    },
    onError: (error) => {
      for (const issue of fieldIssues(error)) form.setFieldError(issue.path.join('.'), message(issue.message))
    },
  })
  useEffect(() => {
    if (Object.keys(form.errors).length > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form.errors])
  const submit = form.onSubmit((values) => mutation.mutate(schema.parse(values)))
  return { form, submit, saving: mutation.isPending, forget, restored: draft.current !== null }
}
