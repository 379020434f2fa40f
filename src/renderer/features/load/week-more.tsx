import { Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { FormFrame } from '#renderer/fields/form-frame.tsx'
import { MarkdownField } from '#renderer/fields/markdown-field.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useItemForm } from '#renderer/lib/use-item-form.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import type { LoadEntry } from '#shared/contract/load.ts'
import { loadEntryShape, WeekOutcome } from '#shared/model/load.ts'
import classes from './load.module.css'
import { RadioRow } from './radio-row.tsx'
import { useSaveWeek } from './use-load.ts'
import { WeekHoursField } from './week-hours-field.tsx'

/** How the week went, by one click; saved at once. */
function OutcomeChoice({ entry }: { entry: LoadEntry }) {
  const { t } = useTranslation(['load', 'vocabulary'])
  const save = useSaveWeek()
  const wordOf = (outcome: LoadEntry['outcome']) =>
    outcome === null ? t('notSaid') : t(`vocabulary:outcome.${outcome}`)
  const choose = (outcome: LoadEntry['outcome']) => {
    if (outcome === entry.outcome) return
    const { uid, week } = entry
    const told = t('saved.outcome', { outcome: wordOf(outcome) })
    save.mutate({ entry, uid, week, patch: { outcome }, asked: performance.now(), told })
  }
  return (
    <RadioRow
      aria-label={t('field.outcome')}
      options={[...WeekOutcome.options, null].map((outcome) => ({ value: outcome ?? '', label: wordOf(outcome) }))}
      value={entry.outcome ?? ''}
      onChoose={(value) => choose(WeekOutcome.nullable().parse(value || null))}
    />
  )
}

const { freedMinutes, notes } = loadEntryShape
const MoreFields = z.strictObject({ freedMinutes, notes })

/**
 * Further facts of a week, all optional: how it went, freed hours, a note. What is typed is kept as a draft until it is
 * saved.
 */
export function WeekMore({ entry }: { entry: LoadEntry }) {
  const { t } = useTranslation(['load', 'common'])
  const { client } = useApi()
  const undoable = useUndoable()
  const format = useFormat()
  const { form, frame } = useItemForm({
    schema: MoreFields,
    initial: { freedMinutes: entry.freedMinutes, notes: entry.notes },
    standing: true,
    draftKey: `week-more-${entry.uid}`,
    save: (_fields, { patch, base }) => client.load.update({ uid: entry.uid, patch, base }),
    onSaved: ({ batchId }) => undoable(t('common:done.updated', { title: format.week(entry.week) }), batchId),
  })
  const isTyped = form.values.freedMinutes !== entry.freedMinutes || form.values.notes !== entry.notes
  return (
    <FormFrame {...frame} standing onCancel={isTyped ? frame.onDiscardDraft : undefined}>
      <div className={classes.more}>
        <Input.Wrapper label={t('field.outcome')} labelElement="div" description={t('week.optional')}>
          <OutcomeChoice entry={entry} />
        </Input.Wrapper>
        <WeekHoursField
          label={t('freed.label')}
          description={t('freed.hint')}
          w={300}
          {...form.getInputProps('freedMinutes')}
        />
      </div>
      <MarkdownField label={t('field.notes')} minRows={2} {...form.getInputProps('notes')} />
    </FormFrame>
  )
}
