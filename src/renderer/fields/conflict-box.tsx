import { Stack, Text } from '@mantine/core'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '#renderer/lib/conflicts.ts'
import type { FormConflicts, ShownConflict } from '#renderer/lib/use-conflicts.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { inLanguage, isCalendarDay, type LocalText, type Money } from '#shared/model/common.ts'
import { ConflictChoice, ConflictNote } from './conflict-choice.tsx'

interface ConflictBoxProps {
  conflicts: FormConflicts
  form: RefObject<HTMLFormElement | null>
}

/**
 * Shown above the fields of a form: the fields that were changed in another window meanwhile, each with a choice of
 * what to keep.
 */
export function ConflictBox({ conflicts, form }: ConflictBoxProps) {
  const { t } = useTranslation('common')
  const box = useRef<HTMLDivElement>(null)
  const { shown, calls, isMissing, choose } = conflicts
  // The first open choice takes the focus: when it appears, and when saving is attempted without it.
  useEffect(() => {
    if (calls === 0) return
    const open = box.current?.querySelector<HTMLElement>('[data-open] input')
    open?.focus()
    open?.scrollIntoView({ block: 'center' })
  }, [calls])
  if (shown.length === 0) return null
  return (
    <ConflictNote ref={box}>
      <Stack gap="sm">
        <Text size="sm">{t('conflict.text')}</Text>
        {shown.map((conflict) => (
          <FieldConflict
            key={conflict.name}
            conflict={conflict}
            form={form}
            isMissing={conflict.isOpen && isMissing}
            onChoose={(choice) => {
              choose(conflict.name, choice)
              if (!conflict.isText) fieldOf(form, conflict.name)?.scrollIntoView({ block: 'nearest' })
            }}
          />
        ))}
      </Stack>
    </ConflictNote>
  )
}

interface FieldConflictProps {
  conflict: ShownConflict
  form: RefObject<HTMLFormElement | null>
  isMissing: boolean
  onChoose: (choice: Choice) => void
}

function FieldConflict({ conflict, form, isMissing, onChoose }: FieldConflictProps) {
  const { t } = useTranslation('common')
  const textOf = useValueText()
  const { name, options, choice, isText, isOpen } = conflict
  const [label, setLabel] = useState('')
  useLayoutEffect(() => setLabel(labelOf(fieldOf(form, name))), [form, name])
  return (
    <div data-open={isOpen || undefined}>
      <ConflictChoice
        label={label || t('conflict.other')}
        options={(Object.entries(options) as [Choice, unknown][]).map(([each, value]) => [
          each,
          each === 'both' ? null : textOf(value, isText),
        ])}
        value={choice}
        onChange={onChoose}
        isMissing={isMissing}
      />
    </div>
  )
}

/** The element of a field, or of the first of its parts. */
function fieldOf(form: RefObject<HTMLFormElement | null>, name: string): HTMLElement | null {
  return form.current?.querySelector<HTMLElement>(`[data-path="${name}"], [data-path^="${name}."]`) ?? null
}

/** The visible label of a field, which may be one input or a group of inputs. */
function labelOf(field: HTMLElement | null): string {
  const labels = (field as HTMLInputElement | null)?.labels
  const own = labels?.[0] ?? field?.querySelector('legend, [class*="InputWrapper-label"]')
  return (own?.textContent ?? '').replace(/\s*\*$/, '').trim()
}

/** A value in words; null if only the field itself can show it, such as a word of a vocabulary. */
function useValueText(): (value: unknown, isText: boolean) => string | null {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (value, isText) => {
    if (value === null || value === '') return t('conflict.empty')
    if (typeof value === 'number') return format.number(value, 2)
    if (typeof value === 'string' && isCalendarDay(value)) return format.day(value)
    if (isText) return inLanguage(value as LocalText, format.language) || t('conflict.empty')
    const isMoney = typeof value === 'object' && 'minor' in value && 'currency' in value
    return isMoney ? format.money(value as Money) : null
  }
}
