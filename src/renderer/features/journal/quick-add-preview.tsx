import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useToday } from '#renderer/lib/today.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import type { CaptureVocabulary } from '#shared/contract/catalogue.ts'
import type { QuickAdd } from '#shared/domain/capture/quick-add.ts'
import classes from './quick-add.module.css'

interface QuickAddPreviewProps {
  parsed: QuickAdd
  vocabulary: CaptureVocabulary | undefined
  /** The day the line was typed on, from which its words are counted. */
  typedOn: string
  /** Counts them from today instead. */
  onToday: () => void
  /** Takes the number that ends there for minutes. */
  onMinutes: (end: number) => void
}

/** What will be saved, part by part, before it is; announced to screen readers while typing. */
export function QuickAddPreview({ parsed, vocabulary, typedOn, onToday, onMinutes }: QuickAddPreviewProps) {
  const { t } = useTranslation(['journal', 'vocabulary', 'common'])
  const format = useFormat()
  const today = useToday()
  const { minutes } = parsed.suggested
  if (parsed.title === '') return <div className={classes.preview} />
  const skill = (uid: string) => format.text(vocabulary?.skills.find((one) => one.uid === uid)?.title ?? '')
  const person = (uid: string) => vocabulary?.people.find((one) => one.uid === uid)?.name ?? ''
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
      {parsed.problems.map((problem) => (
        <Text key={`${problem.code} ${problem.start}`} size="sm" c="var(--kurs-bad)">
          {t(`capture.problem.${problem.code}`)}
        </Text>
      ))}
    </div>
  )
}
