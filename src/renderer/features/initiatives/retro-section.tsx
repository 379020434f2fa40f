import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/api.ts'
import { useToday } from '#renderer/lib/today.ts'
import { useFocusReturn } from '#renderer/lib/use-focus-return.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useUndoable } from '#renderer/lib/use-save.tsx'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { finishOf } from '#shared/domain/calendar/done.ts'
import { dueRetro, type RetroPlace, retroPlaces, withoutRetro } from '#shared/domain/states/impact-retro.ts'
import type { ItemView } from '#shared/model/entities.ts'
import type { Retro } from '#shared/model/initiative.ts'
import classes from './retro.module.css'
import { RetroForm } from './retro-form.tsx'
import { DECISION_TONES } from './retro-tones.ts'
import { useChangeText } from './use-change-text.ts'

type Initiative = ItemView<'initiative'>

/** The impact retros of an initiative, 30, 90 and 180 days after its end. */
export function RetroSection({ item }: { item: Initiative }) {
  const { t } = useTranslation('initiatives')
  const today = useToday()
  const section = useRef<HTMLElement>(null)
  const isDone = finishOf(item, today) === 'done'
  if (item.status === 'dropped' && item.retros.length === 0) return null
  const places = retroPlaces(item, today).filter(({ retro }) => isDone || retro !== null)
  const asked = dueRetro(item, today)?.after ?? null
  return (
    <section ref={section} tabIndex={-1} className={classes.section}>
      <SectionTitle title={t('retro.title')} />
      {!isDone && <Waiting item={item} />}
      <ul className={classes.list}>
        {places.map((place) => (
          <RetroLine
            key={place.after}
            item={item}
            place={place}
            isAsked={place.after === asked}
            isDone={isDone}
            onGone={() => section.current?.focus()}
          />
        ))}
      </ul>
    </section>
  )
}

/** When the first retro will be, for an initiative that is not done. */
function Waiting({ item }: { item: Initiative }) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const today = useToday()
  const words = () => {
    if (item.retros.length > 0) return t('retro.reopened')
    if (finishOf(item, today) === 'undated') return t('retro.undated')
    const day = retroPlaces(item, today)[0]?.day ?? null
    return day === null ? t('retro.firstUnknown') : t('retro.first', { day: format.day(day) })
  }
  return (
    <Text size="sm" c="dimmed">
      {words()}
    </Text>
  )
}

interface RetroLineProps {
  item: Initiative
  place: RetroPlace
  isAsked: boolean
  /** A retro can be recorded or changed only once the initiative is done. */
  isDone: boolean
  /** The row was removed. */
  onGone: () => void
}

function RetroLine({ item, place, isAsked, isDone, onGone }: RetroLineProps) {
  const { t } = useTranslation('initiatives')
  const [isOpen, setIsOpen] = useState(false)
  const line = useFocusReturn<HTMLLIElement>(isOpen)
  const { after, retro } = place
  return (
    <li ref={line} tabIndex={-1} className={classes.line}>
      <div className={classes.head}>
        <span className={classes.after}>{t('retro.after', { days: after })}</span>
        {retro !== null && (
          <StatusBadge tone={DECISION_TONES[retro.decision]} label={t(`decision.${retro.decision}`)} />
        )}
        <When place={place} />
        {!isOpen && (
          <Actions
            item={item}
            place={place}
            isAsked={isAsked}
            isDone={isDone}
            onOpen={() => setIsOpen(true)}
            onRemoved={() => (isDone ? line.current?.focus() : onGone())}
          />
        )}
      </div>
      {isOpen ? (
        <RetroForm item={item} after={after} onDone={() => setIsOpen(false)} />
      ) : (
        retro !== null && <Outcome item={item} retro={retro} />
      )}
    </li>
  )
}

/** The due day of a retro that is not recorded. */
function When({ place: { day, retro, isOpen } }: { place: RetroPlace }) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const words = () => {
    if (retro !== null || day === null) return ''
    return t(isOpen ? 'retro.waits' : 'retro.ahead', { day: format.day(day) })
  }
  return <span className={classes.quiet}>{words()}</span>
}

/** The measured change beside the expected one, and the lesson. */
function Outcome({ item, retro }: { item: Initiative; retro: Retro }) {
  const { t } = useTranslation('initiatives')
  const format = useFormat()
  const { outcomeText } = useChangeText(item)
  const { day, lesson } = retro
  return (
    <>
      <div className={classes.outcome}>{outcomeText(retro)}</div>
      <div className={classes.held}>{t('retro.held', { day: format.day(day) })}</div>
      {lesson !== '' && <Markdown text={lesson} />}
    </>
  )
}

interface ActionsProps extends Omit<RetroLineProps, 'onGone'> {
  onOpen: () => void
  onRemoved: () => void
}

function Actions({ item, place, isAsked, isDone, onOpen, onRemoved }: ActionsProps) {
  const { t } = useTranslation('initiatives')
  const { client } = useApi()
  const undoable = useUndoable()
  const { after, retro, isOpen } = place
  const remove = useMutation({
    mutationFn: () =>
      client.initiatives.update({
        uid: item.uid,
        patch: { retros: withoutRetro(item.retros, after) },
        base: { retros: item.retros },
      }),
    onSuccess: ({ batchId }) => {
      undoable(t('retro.removed', { days: after, title: item.title }), batchId)
      onRemoved()
    },
  })
  if (retro === null)
    return (
      isOpen && (
        <Button
          size="xs"
          variant={isAsked ? 'filled' : 'light'}
          aria-label={t('retro.recordNamed', { days: after })}
          onClick={onOpen}
        >
          {t('retro.record')}
        </Button>
      )
    )
  return (
    <Group gap={2} wrap="nowrap">
      {isDone && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('retro.editNamed', { days: after })}
          onClick={onOpen}
        >
          <IconPencil size={15} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('retro.removeNamed', { days: after })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </Group>
  )
}
