import { Anchor, NativeSelect, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuickAdd } from '#shared/domain/capture/quick-add-reading.ts'
import { ActivityKind } from '#shared/model/vocabulary.ts'
import classes from './quick-add.module.css'
import type { ChosenKind } from './quick-add-line.ts'
import { useKindOptions } from './use-kind-choices.ts'

interface KindPartProps {
  parsed: QuickAdd
  chosen: ChosenKind | undefined
  /** Accepts the suggestion. */
  onAccept: (kind: ActivityKind) => void
  onChoose: (kind: ChosenKind) => void
}

/** The kind while it is undecided, the reason for it, and a choice of another. */
export function KindPart({ parsed, chosen, onAccept, onChoose }: KindPartProps) {
  const { t } = useTranslation(['journal', 'vocabulary'])
  const options = useKindOptions()
  const [opened, setOpened] = useState(false)
  const why = useId()
  const suggested = parsed.suggested.kind
  const named = parsed.kind ?? suggested
  return (
    <>
      <div className={classes.kind}>
        {parsed.kind === null && (
          <div aria-live="polite">
            <span>{t('capture.to.kind')}</span>{' '}
            <b>
              {suggested === null
                ? t('capture.kind.none')
                : t('capture.kind.maybe', { kind: t(`vocabulary:activityKind.${suggested}`) })}
            </b>
          </div>
        )}
        {suggested !== null && (
          <Anchor component="button" type="button" size="sm" onClick={() => onAccept(suggested)}>
            {t('capture.kind.accept')}
          </Anchor>
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={opened}
          aria-controls={opened ? why : undefined}
          onClick={() => setOpened(!opened)}
        >
          {named === null ? t('capture.kind.choose') : t('capture.kind.why')}
        </Anchor>
      </div>
      {opened && (
        <div id={why} className={classes.why}>
          <WhyThisKind parsed={parsed} chosen={chosen} />
          <NativeSelect
            size="xs"
            label={t('capture.kind.other')}
            value={parsed.kind ?? 'none'}
            onChange={({ currentTarget }) =>
              onChoose(ActivityKind.options.find((kind) => kind === currentTarget.value) ?? 'none')
            }
            data={[{ value: 'none', label: t('capture.kind.none') }, ...options]}
          />
        </div>
      )}
    </>
  )
}

function WhyThisKind({ parsed, chosen }: Pick<KindPartProps, 'parsed' | 'chosen'>) {
  const { t } = useTranslation('journal')
  const words = [...new Set(parsed.reasons.map(({ text }) => text))]
  if (chosen !== undefined)
    return <Text size="sm">{t(chosen === 'none' ? 'capture.kind.chosenNone' : 'capture.kind.chosen')}</Text>
  if (parsed.kind === null && parsed.suggested.kind === null) return <Text size="sm">{t('capture.kind.unknown')}</Text>
  if (words.length === 0)
    return (
      <Text size="sm">
        {parsed.reasons.length === 0 && parsed.kind !== null ? t('capture.kind.label') : t('capture.kind.whole')}
      </Text>
    )
  return (
    <Text size="sm">
      {`${t('capture.kind.words', { count: words.length })} `}
      {words.map((word, index) => (
        <span key={word}>
          {index > 0 && ', '}
          <b>{word}</b>
        </span>
      ))}
    </Text>
  )
}
