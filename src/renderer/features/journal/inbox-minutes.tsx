import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { ActivityLine } from '#shared/contract/journal.ts'
import classes from './inbox-list.module.css'
import { minutesWhenLeft, readMinutes } from './inbox-minutes-text.ts'

interface InboxMinutesProps {
  line: ActivityLine
  isEdited: boolean
  tabIndex: number
  onEdit: () => void
  /** `minutes`: null = unchanged. `row`: where the focus goes next, null if it has moved already. */
  onDone: (minutes: number | null, row: Element | null) => void
}

/** The time of an entry: a button, or a field that accepts any form that quick add reads. */
export function InboxMinutes({ line, isEdited, tabIndex, onEdit, onDone }: InboxMinutesProps) {
  const { t } = useTranslation('journal')
  const format = useFormat()
  const label = `${t('capture.to.minutes')}: ${line.title}`
  if (isEdited) return <MinutesInput line={line} label={label} onDone={onDone} />
  const shown = format.minutes(line.minutes) || t('sort.noTime')
  return (
    <button
      type="button"
      className={classes.minutes}
      data-control="minutes"
      aria-label={`${label}, ${shown}`}
      data-empty={line.minutes === 0}
      tabIndex={tabIndex}
      onClick={onEdit}
    >
      {shown}
    </button>
  )
}

function MinutesInput({ line, label, onDone }: Pick<InboxMinutesProps, 'line' | 'onDone'> & { label: string }) {
  const { t } = useTranslation('errors')
  const { language } = useFormat()
  const [text, setText] = useState(line.minutes === 0 ? '' : String(line.minutes))
  const [isRefused, setRefused] = useState(false)
  // Moving the focus also fires a blur, which must not answer a second time.
  const isDone = useRef(false)
  const finish = (minutes: number | null, row: Element | null) => {
    if (isDone.current) return
    isDone.current = true
    onDone(minutes, row)
  }
  /** Unreadable text stays in the field, so that the person sees it. */
  const onBlur = () => {
    const minutes = minutesWhenLeft(text, line.minutes, language)
    if (minutes === null) setRefused(true)
    else finish(minutes, null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    const minutes = event.key === 'Enter' ? readMinutes(text, language) : null
    if (event.key === 'Enter' && minutes === null) setRefused(true)
    else finish(minutes, event.currentTarget.closest(`.${classes.row}`))
  }
  return (
    <TextInput
      size="xs"
      autoFocus
      autoComplete="off"
      data-control="minutes"
      aria-label={label}
      error={isRefused}
      title={isRefused ? t('field.duration.unreadable') : undefined}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setRefused(false)
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    />
  )
}
