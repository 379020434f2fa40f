import { ActionIcon, Anchor, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { CaptureVocabulary } from '#shared/contract/catalogue.ts'
import { workOf } from '#shared/domain/capture/quick-add-marks.ts'
import type { QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { ItemType } from '#shared/model/entities.ts'
import type { PersonRole } from '#shared/model/vocabulary.ts'
import classes from './quick-add.module.css'
import type { LineDraft } from './quick-add-line.ts'
import { tellApart } from './tell-apart.ts'

interface LinksProps {
  parsed: QuickAdd
  line: LineDraft
  vocabulary: CaptureVocabulary | undefined
}

interface Named {
  uid: string
  type: ItemType
  title: LocalText
  /** For a person; `work` is the employer and position. */
  role?: PersonRole
  work?: string
}

/**
 * Items the line is about, as far as they are known here: those it was begun for, and those of the workspace that it
 * names.
 */
function namedIn({ line, vocabulary }: Omit<LinksProps, 'parsed'>): Map<string, Named> {
  const people = (vocabulary?.people ?? []).map(
    ({ uid, name, role, ...person }): Named => ({ uid, type: 'person', title: name, role, work: workOf(person) }),
  )
  return new Map([...people, ...(vocabulary?.items ?? []), ...line.about].map((item) => [item.uid, item]))
}

/** The name of a person, with what distinguishes them from others of the same name. */
export function usePersonName(vocabulary: CaptureVocabulary | undefined): (uid: string) => string {
  const { t } = useTranslation('vocabulary')
  const people = vocabulary?.people ?? []
  return (uid) => {
    const name = people.find((one) => one.uid === uid)?.name ?? ''
    const alike = people.filter((one) => one.name === name)
    if (alike.length < 2) return name
    const words = tellApart(alike.map((one) => ({ title: name, word: t(`personRole.${one.role}`), more: workOf(one) })))
    return `${name} (${words[alike.findIndex((one) => one.uid === uid)]})`
  }
}

/** Items the line will be linked to, each with a button to remove it. */
export function LinkedItems({ onTakeAway, ...props }: LinksProps & { onTakeAway: (uid: string) => void }) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const format = useFormat()
  const named = namedIn(props)
  return props.parsed.itemUids.map((uid) => {
    const item = named.get(uid)
    if (item === undefined) return null
    const title = format.text(item.title)
    return (
      <li key={uid} className={classes.link}>
        <span>{t(`vocabulary:itemType.${item.type}`)}</span> <b>{title}</b>
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={t('capture.takeAway', { title })}
          title={t('capture.takeAway', { title })}
          onClick={() => onTakeAway(uid)}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </li>
    )
  })
}

/** Several items have this name: asks which one is meant instead of guessing. */
export function NameQuestion({
  problem,
  onChoose,
  ...props
}: Omit<LinksProps, 'parsed'> & {
  problem: QuickAdd['problems'][number]
  onChoose: (text: string, uid: string) => void
}) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const format = useFormat()
  const named = namedIn(props)
  const text = props.line.text.slice(problem.start, problem.end)
  const candidates = (problem.candidates ?? []).flatMap((uid) => named.get(uid) ?? []).slice(0, MOST_CANDIDATES)
  const titles = candidates.map(({ title }) => format.text(title))
  /** Items with the same name are distinguished by role or type, then by work, then by number. */
  const wordOf = ({ type, role }: Named) =>
    role ? t(`vocabulary:personRole.${role}`) : t(`vocabulary:itemType.${type}`)
  const words = tellApart(
    candidates.map((item, place) => ({ title: titles[place] ?? '', word: wordOf(item), more: item.work })),
  )
  const nameOf = (place: number) =>
    titles.filter((title) => title === titles[place]).length === 1
      ? titles[place]
      : `${titles[place]} (${words[place]})`
  return (
    <Text size="sm" component="div" className={classes.question}>
      <span>{t(`capture.problem.${problem.code}`, { name: text })}</span>
      {candidates.map((item, place) => (
        <Anchor key={item.uid} component="button" type="button" size="sm" onClick={() => onChoose(text, item.uid)}>
          {nameOf(place)}
        </Anchor>
      ))}
    </Text>
  )
}

/** More could not be told apart at a glance; typing a longer name narrows them down. */
const MOST_CANDIDATES = 6
