import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { MANY } from '#shared/contract/base.ts'
import { type PastedLine, readPastedValues } from '#shared/domain/metrics/pasted-values.ts'
import classes from './metrics.module.css'

interface PasteValuesProps {
  metricUid: string
  unit: string
}

/** The new values among all pasted lines. */
const newValues = (lines: readonly PastedLine[]) =>
  lines.flatMap((line) =>
    line.kind === 'value' && !line.isKnown ? [{ day: line.day, value: line.value, note: line.note }] : [],
  )

/** A button that opens the form for values copied from elsewhere. */
export function PasteValues(props: PasteValuesProps) {
  const { t } = useTranslation('metrics')
  const [opened, setOpened] = useState(false)
  const button = useFocusReturn<HTMLButtonElement>(opened)
  if (opened) return <PasteForm {...props} onEnd={() => setOpened(false)} />
  return (
    <Button
      ref={button}
      size="compact-sm"
      variant="subtle"
      mb="xs"
      className="no-print"
      onClick={() => setOpened(true)}
    >
      {t('paste.open')}
    </Button>
  )
}

/** Reads pasted text, given the values the metric has already. */
function useReading({ metricUid, unit }: PasteValuesProps): (text: string) => PastedLine[] {
  const { query } = useApi()
  const { language } = useFormat()
  const today = useToday()
  const { weekStartsOn } = useWorkspace().settings
  const { data: known } = useQuery(query.metricPoints.recorded.queryOptions({ input: { metricUid } }))
  return useMemo(() => {
    const rules = { language, today, weekStartsOn, units: [unit], known: known ?? [] }
    // The same text is read by the list below, by the form's rules and on saving, so the last result is kept.
    let last = { text: '', lines: readPastedValues('', rules) }
    return (text) => {
      if (last.text !== text) last = { text, lines: readPastedValues(text, rules) }
      return last.lines
    }
  }, [known, language, today, unit, weekStartsOn])
}

/** A text of values, the list of what was understood, and a button that adds the new ones. */
function PasteForm({ metricUid, unit, onEnd }: PasteValuesProps & { onEnd: () => void }) {
  const { t } = useTranslation('metrics')
  const { client } = useApi()
  const undoable = useUndoable()
  const reading = useReading({ metricUid, unit })
  const schema = useMemo(
    () =>
      z
        .strictObject({ text: z.string() })
        .refine(({ text }) => newValues(reading(text)).length > 0, { path: ['text'], message: 'values.none' })
        .refine(({ text }) => newValues(reading(text)).length <= MANY, { path: ['text'], message: 'values.tooMany' }),
    [reading],
  )
  const { form, frame } = useItemForm({
    schema,
    initial: { text: '' },
    draftKey: `paste-values-${metricUid}`,
    save: ({ text }) => client.metricPoints.paste({ metricUid, values: newValues(reading(text)) }),
    onSaved: ({ count, batchId }) => {
      if (count === 0) notifications.show({ message: t('paste.noneNew') })
      else undoable(t('paste.done', { count }), batchId)
      onEnd()
    },
    onCancel: onEnd,
  })
  const lines = useMemo(() => reading(form.values.text), [form.values.text, reading])
  const count = newValues(lines).length
  return (
    <FormFrame {...frame} onEscape={onEnd} saveLabel={count === 0 ? t('paste.nothing') : t('paste.save', { count })}>
      <TextArea
        label={t('paste.label')}
        description={t('paste.hint')}
        placeholder={'2026-01-31\t12\n2026-02-28\t14'}
        minRows={4}
        data-autofocus
        {...form.getInputProps('text')}
      />
      {lines.length > 0 && <Understood lines={lines} unit={unit} />}
    </FormFrame>
  )
}

/** Lines listed one by one. */
const LISTED = 200

/** Every line with its meaning, or why it is left out; unreadable lines come first. */
function Understood({ lines, unit }: { lines: readonly PastedLine[]; unit: string }) {
  const { t } = useTranslation('metrics')
  const format = useFormat()
  const refused = lines.filter(({ kind }) => kind === 'problem').length
  const words = (line: PastedLine) => {
    if (line.kind === 'head') return [line.text, t('paste.head')]
    if (line.kind === 'problem') return [line.text, t(`paste.problem.${line.problem}`)]
    const value = `${format.day(line.day)}: ${format.quantity(line.value, unit, 6)}`
    const aside = [
      line.other !== null && t('paste.not', { other: format.number(line.other, 6) }),
      line.isKnown && t('paste.known'),
    ]
    return [line.note === '' ? value : `${value}, ${line.note}`, aside.filter(Boolean).join(' · ')]
  }
  return (
    <section aria-label={t('paste.understood')}>
      {refused > 0 && (
        <Text size="sm" className={classes.problem} role="status">
          {t('paste.left', { count: refused })}
        </Text>
      )}
      <ol className={classes.lines}>
        {lines.slice(0, LISTED).map((line) => {
          const [text, aside] = words(line)
          return (
            <li key={line.line}>
              <span className={classes.quiet}>{line.line}</span>
              <span>{text}</span>
              <span className={line.kind === 'problem' ? classes.problem : classes.quiet}>{aside}</span>
            </li>
          )
        })}
      </ol>
      {lines.length > LISTED && (
        <Text size="sm" c="dimmed">
          {t('paste.more', { count: lines.length - LISTED })}
        </Text>
      )}
    </section>
  )
}
