import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { CaptureVocabulary } from '#shared/contract/catalogue.ts'
import type { QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import classes from './quick-add.module.css'
import type { LineDraft } from './quick-add-line.ts'
import { LinkedItems, NameQuestion, usePersonName } from './quick-add-links.tsx'

interface QuickAddPreviewProps {
  parsed: QuickAdd
  line: LineDraft
  vocabulary: CaptureVocabulary | undefined
  /** Counts the line's days from today instead of from the day it was typed. */
  onToday: () => void
  /** Takes the number that ends at `end` as minutes. */
  onMinutes: (end: number) => void
  /** Chooses one of several items with the name `text`. */
  onChoose: (text: string, uid: string) => void
  /** Removes a linked item. */
  onTakeAway: (uid: string) => void
}

/** What will be saved, part by part; announced to screen readers while typing. */
export function QuickAddPreview(props: QuickAddPreviewProps) {
  const { parsed, line, vocabulary, onToday, onMinutes, onChoose, onTakeAway } = props
  const { typedOn } = line
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const format = useFormat()
  const today = useToday()
  const person = usePersonName(vocabulary)
  const { minutes } = parsed.suggested
  const linked = <LinkedItems parsed={parsed} line={line} vocabulary={vocabulary} onTakeAway={onTakeAway} />
  if (parsed.title === '') return <ul className={classes.preview}>{linked}</ul>
  const skill = (uid: string) => format.text(vocabulary?.skills.find((one) => one.uid === uid)?.title ?? '')
  const parts: [name: string, value: string][] = [
    [t('capture.to.day'), parsed.day === today ? t('common:today') : format.day(parsed.day)],
    ...(parsed.kind ? [[t('capture.to.kind'), t(`vocabulary:activityKind.${parsed.kind}`)] as [string, string]] : []),
    ...(parsed.minutes ? [[t('capture.to.minutes'), format.minutes(parsed.minutes)] as [string, string]] : []),
    ...parsed.skillUids.map((uid): [string, string] => [t('capture.to.skill'), skill(uid)]),
    ...parsed.people.map((one): [string, string] =>
      'uid' in one ? [t('capture.to.person'), person(one.uid)] : [t('capture.to.newPerson'), one.newName],
    ),
    ...parsed.newTags.map((tag): [string, string] => [t('capture.to.tag'), `#${tag}`]),
  ]
  return (
    <div aria-live="polite">
      <Text fw={500}>{parsed.title}</Text>
      <ul className={classes.preview}>
        {parts.map(([name, value]) => (
          <li key={`${name} ${value}`}>
            <span>{name}</span> <b>{value}</b>
          </li>
        ))}
        {linked}
      </ul>
      {typedOn !== today && (
        <Text size="sm" c="dimmed">
          {`${t('capture.typedOn', { day: format.day(typedOn) })} `}
          <Anchor component="button" type="button" size="sm" onClick={onToday}>
            {t('capture.fromToday')}
          </Anchor>
        </Text>
      )}
      {minutes !== null && (
        <Text size="sm" c="dimmed">
          {`${t('capture.maybeMinutes', { count: minutes.value })} `}
          <Anchor component="button" type="button" size="sm" onClick={() => onMinutes(minutes.end)}>
            {t('capture.takeMinutes')}
          </Anchor>
        </Text>
      )}
      {parsed.day > today && (
        <Text size="sm" c="dimmed">
          {t('capture.to.planned')}
        </Text>
      )}
      {parsed.inbox && (
        <Text size="sm" c="dimmed">
          {t('capture.to.inbox')}
        </Text>
      )}
      {parsed.problems.map((problem) =>
        problem.candidates === undefined ? (
          <Text key={`${problem.code} ${problem.start}`} size="sm" c="var(--kurs-bad)">
            {t(`capture.problem.${problem.code}`)}
          </Text>
        ) : (
          <NameQuestion
            key={`${problem.code} ${problem.start}`}
            problem={problem}
            line={line}
            vocabulary={vocabulary}
            onChoose={onChoose}
          />
        ),
      )}
    </div>
  )
}
