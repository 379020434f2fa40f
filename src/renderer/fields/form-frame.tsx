import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEventHandler, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormConflicts } from '#renderer/lib/use-conflicts.ts'
import { belongsToOthers } from '#renderer/ui/panel.tsx'
import { ConflictBox } from './conflict-box.tsx'
import classes from './form-frame.module.css'

interface FormFrameProps {
  onSubmit: FormEventHandler<HTMLFormElement>
  saving: boolean
  /** True when a draft was restored. */
  restored: boolean
  onDiscardDraft: () => void
  /** Without it there is no Cancel button. */
  onCancel?: (() => void) | undefined
  /** Fields that were changed in another window meanwhile. */
  conflicts: FormConflicts
  /** For a form inside a panel: Escape closes the form and leaves the panel open; the typed text stays as a draft. */
  onEscape?: () => void
  /** The form is a permanent part of its page: after saving, the focus stays on its button. */
  standing?: boolean
  /** Label of the save button; "Save" by default. */
  saveLabel?: string
  children: ReactNode
}

/**
 * The frame of every form: fields, Save (Ctrl+Enter from anywhere) and Cancel in the same place. The field marked with
 * `data-autofocus` gets the focus first.
 */
export function FormFrame(props: FormFrameProps) {
  const { onSubmit, saving, restored, onDiscardDraft, onCancel, onEscape, standing, saveLabel, conflicts, children } =
    props
  const { t } = useTranslation('common')
  const form = useRef<HTMLFormElement>(null)
  const focusFirst = () => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  useEffect(focusFirst, [])
  const wasSaving = useRef(false)
  useEffect(() => {
    // While saving, the button is disabled and loses the focus.
    if (standing && wasSaving.current && !saving && document.activeElement === document.body)
      form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()
    wasSaving.current = saving
  }, [saving, standing])
  const discard = () => {
    onDiscardDraft()
    focusFirst()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
    if (event.key === 'Escape' && onEscape && !event.defaultPrevented && !belongsToOthers(event)) {
      event.preventDefault()
      onEscape()
    }
  }
  return (
    <form ref={form} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <Stack gap="sm">
        {restored && (
          <Alert variant="light" p="xs">
            <Group justify="space-between">
              {t('form.restored')}
              <Button size="compact-xs" variant="subtle" onClick={discard}>
                {t('form.discard')}
              </Button>
            </Group>
          </Alert>
        )}
        <ConflictBox conflicts={conflicts} form={form} />
        {children}
        <div className={onEscape || standing ? classes.inline : classes.foot}>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('action.cancel')}
            </Button>
          )}
          <Button type="submit" loading={saving} title={t('form.saveKeys')}>
            {saveLabel ?? t('action.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
