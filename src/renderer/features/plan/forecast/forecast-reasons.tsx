import { NativeSelect, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ForecastWords } from '#renderer/lib/use-forecast-words.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import { SAMPLES } from '#shared/domain/forecast/draws.ts'
import type { GateForecast } from '#shared/domain/forecast/forecast-plan.ts'
import { type RequirementForecast, waitsForGate } from '#shared/domain/forecast/forecast-requirement.ts'
import type { ForecastFacts, ForecastStage } from '#shared/model/forecast.ts'
import classes from './forecast.module.css'
import { useReasonWords } from './use-reason-words.ts'

/** The change tried out with one requirement. */
export type Choice = 'keep' | 'drop' | 'postpone'
const CHOICES: Choice[] = ['keep', 'drop', 'postpone']

/** After the last gate there is no later one to postpone to. */
const CHOICES_AT_LAST: Choice[] = ['keep', 'drop']

interface ForecastReasonsProps {
  facts: ForecastFacts
  stage: ForecastStage
  /** Without the changes being tried out: they do not affect the reasons. */
  gate: GateForecast
  words: ForecastWords
  choices: ReadonlyMap<string, Choice>
  onChoice: (uid: string, choice: Choice) => void
}

/** Why the gate opens then: the date of each requirement, the basis of that date, and a way to try out changes. */
export function ForecastReasons({ facts, stage, gate, words, choices, onChoice }: ForecastReasonsProps) {
  const { t } = useTranslation('forecast')
  const reasonOf = useReasonWords(facts)
  const textOf = useRequirementText()
  const offered = facts.stages.at(-1)?.uid === stage.uid ? CHOICES_AT_LAST : CHOICES
  const forecasts = new Map(gate.requirements.map((one) => [one.uid, one]))
  return (
    <div className={classes.reasons}>
      <Text size="sm">{t('why.lead', { samples: SAMPLES })}</Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t('why.assumed')}
      </Text>
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('why.column.requirement')}</th>
              <th scope="col">{t('why.column.when')}</th>
              <th scope="col">{t('why.column.from')}</th>
              <th scope="col">{t('why.column.whatIf')}</th>
            </tr>
          </thead>
          <tbody>
            {stage.requirements.map((requirement) => {
              const forecast = forecasts.get(requirement.uid)
              const { title } = textOf(requirement)
              return (
                <tr key={requirement.uid} data-last={requirement.uid === gate.last}>
                  <th scope="row">{title}</th>
                  <td>{forecast && <When forecast={forecast} words={words} />}</td>
                  <td>{forecast && reasonOf(requirement, forecast)}</td>
                  <td>
                    {requirement.value < 1 && (
                      <ChoiceField
                        title={title}
                        choice={choices.get(requirement.uid) ?? 'keep'}
                        offered={offered}
                        onChoice={(choice) => onChoice(requirement.uid, choice)}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function When({ forecast: { answer }, words }: { forecast: RequirementForecast; words: ForecastWords }) {
  const { t } = useTranslation('forecast')
  if (waitsForGate(answer)) return t('why.waiting')
  if (answer.kind !== 'dated') return t(`why.${answer.kind}`)
  return (
    <>
      {words.when(answer.range.median)}
      <div className={classes.quiet}>{t('range', { range: words.range(answer.range) })}</div>
    </>
  )
}

interface ChoiceFieldProps {
  title: string
  choice: Choice
  offered: readonly Choice[]
  onChoice: (choice: Choice) => void
}

function ChoiceField({ title, choice, offered, onChoice }: ChoiceFieldProps) {
  const { t } = useTranslation('forecast')
  return (
    <NativeSelect
      size="xs"
      aria-label={t('whatIf.choice', { title })}
      value={choice}
      data={offered.map((value) => ({ value, label: t(`whatIf.${value}`) }))}
      onChange={({ currentTarget }) => onChoice(CHOICES.find((one) => one === currentTarget.value) ?? 'keep')}
    />
  )
}
