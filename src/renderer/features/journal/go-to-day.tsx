import { Button, Group, Kbd, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarSearch } from '@tabler/icons-react'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '#renderer/fields/day-field.tsx'
import { GO_KEY, useGoTarget } from '#renderer/lib/go-targets.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useFieldMessage } from '#renderer/lib/use-item-form.ts'
import type { ListHandle } from '#renderer/ui/windowed-list.tsx'
import { type DayOrder, nearestDay } from '#shared/domain/calendar/day-order.ts'
import { isCalendarDay } from '#shared/model/common.ts'

/** The letter that asks for a day, pressed after the go-to key. */
const DAY_KEY = 'D'

interface GoToDayProps {
  order: DayOrder
  list: RefObject<ListHandle | null>
}

/** Scrolls the list to a day, or to the nearest day with entries, and says which day that is. */
export function GoToDay({ order, list }: GoToDayProps) {
  const { t } = useTranslation(['journal', 'common'])
  const format = useFormat()
  const [opened, { open, close }] = useDisclosure(false)
  const [said, setSaid] = useState('')
  useGoTarget({ key: DAY_KEY, label: t('goTo.title'), run: open })
  const go = (asked: string) => {
    const found = nearestDay(order, asked)
    close()
    if (found === null) return
    list.current?.goTo(found.first, { to: 'top', focus: true })
    const day = format.day(found.day)
    setSaid(found.day === asked ? day : t('goTo.nearest', { day }))
  }
  const onClose = () => {
    close()
    list.current?.focus()
  }
  return (
    <>
      <Button
        variant="default"
        px="sm"
        leftSection={<IconCalendarSearch size={16} />}
        rightSection={
          <Kbd size="xs">
            {GO_KEY} {DAY_KEY}
          </Kbd>
        }
        onClick={open}
      >
        {t('goTo.open')}
      </Button>
      <output className="visually-hidden">{said}</output>
      <Modal
        opened={opened}
        onClose={onClose}
        title={t('goTo.title')}
        size="sm"
        yOffset="14vh"
        // However the dialog is closed, the focus goes to the list.
        returnFocus={false}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        <DayQuestion onGo={go} />
      </Modal>
    </>
  )
}

function DayQuestion({ onGo }: { onGo: (day: string) => void }) {
  const { t } = useTranslation('journal')
  const message = useFieldMessage()
  const [day, setDay] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (day !== null && isCalendarDay(day)) onGo(day)
  }
  const form = useRef<HTMLFormElement>(null)
  // Focus at once: the dialog sets the focus a moment later, and the first digits typed would be lost.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const isWrong = isAsked && (day === null || !isCalendarDay(day))
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DayField
          label={t('field.day')}
          data-autofocus
          value={day}
          onChange={(next) => {
            setDay(next)
            setAsked(false)
          }}
          {...(isWrong && { error: message('day.invalid') })}
        />
        <Group justify="flex-end">
          <Button type="submit">{t('goTo.go')}</Button>
        </Group>
      </Stack>
    </form>
  )
}
