import { Button, Progress, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useRequirementText } from '#renderer/lib/use-requirement-text.ts'
import { useSpareTime } from '#renderer/lib/use-spare-time.ts'
import card from '#renderer/ui/card.module.css'
import { lazyPart } from '#renderer/ui/lazy-part.tsx'
import type { Overview } from '#shared/contract/overview.ts'
import type { GateStatus, RequirementStatus } from '#shared/model/gate.ts'
import classes from './overview.module.css'

/** Open requirements named at most; the total shows all of them. */
const SHOWN = 5

/**
 * It takes time to compute in the page and stands below the most important content, so it is loaded when the browser is
 * idle.
 */
const GateForecast = lazyPart(async () => (await import('./gate-forecast.tsx')).GateForecast)

/** The present stage: readiness of its gate, the largest gaps, and the forecast. */
export function StageCard({ stage, hasPlan }: { stage: Overview['stage']; hasPlan: boolean }) {
  const { t } = useTranslation(['overview', 'forecast'])
  const format = useFormat()
  const hasTime = useSpareTime()
  if (stage === null)
    return (
      <section className={card.card}>
        <Title order={2}>{t('stage.title')}</Title>
        {hasPlan && <Text>{t('stage.finished')}</Text>}
      </section>
    )
  return (
    <section className={card.card}>
      <div className={`${card.head} ${classes.head}`}>
        <span className={classes.quiet}>{t('stage.number', { number: stage.number, count: stage.count })}</span>
        <span className={classes.quiet}>{t('stage.until', { day: format.day(stage.plannedEnd) })}</span>
      </div>
      <Title order={2}>{format.text(stage.title)}</Title>
      <Text size="sm" c="dimmed" mt={4}>
        {format.text(stage.gateMeaning)}
      </Text>
      <GateReadiness gate={stage.gate} />
      <Title order={3} mt="sm">
        {t('forecast:title')}
      </Title>
      <div className={classes.forecast}>{hasTime && <GateForecast stageUid={stage.uid} />}</div>
      <Button component={Link} to="/plan" variant="default" size="xs" mt="sm">
        {t('stage.toPlan')}
      </Button>
    </section>
  )
}

function GateReadiness({ gate }: { gate: GateStatus }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const [why, setWhy] = useState(false)
  const open = gate.requirements
    .filter((requirement) => requirement.value < 1)
    .sort((a, b) => b.weight * (1 - b.value) - a.weight * (1 - a.value))
  if (gate.value === null) return null
  return (
    <>
      <div className={classes.readiness}>
        <span className={classes.figure}>{format.percent(gate.value)}</span>
        <div>
          <Text size="sm">{t('stage.readiness')}</Text>
          <Progress value={gate.value * 100} size="sm" aria-label={t('stage.readiness')} />
        </div>
      </div>
      <Button variant="subtle" size="compact-xs" aria-expanded={why} onClick={() => setWhy(!why)}>
        {t(why ? 'stage.hide' : 'stage.why')}
      </Button>
      {why ? <ReadinessSum gate={gate} /> : <OpenRequirements open={open.slice(0, SHOWN)} />}
    </>
  )
}

function OpenRequirements({ open }: { open: RequirementStatus[] }) {
  const { t } = useTranslation('overview')
  const words = useRequirementText()
  if (open.length === 0) return <Text size="sm">{t('stage.met')}</Text>
  return (
    <>
      <Title order={3} mt="sm">
        {t('stage.lacks')}
      </Title>
      <ul className={classes.needs}>
        {open.map((requirement) => {
          const { title, state } = words(requirement)
          return (
            <li key={requirement.uid}>
              <span>{title}</span>
              <Progress value={requirement.value * 100} size="xs" aria-label={title} />
              <span className={`${classes.quiet} ${classes.end}`}>{state}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function ReadinessSum({ gate }: { gate: GateStatus }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const words = useRequirementText()
  return (
    <>
      <Text size="sm" c="dimmed" mt="xs">
        {t('stage.formula', { total: gate.totalWeight })}
      </Text>
      <table className={classes.why}>
        <thead>
          <tr>
            <th scope="col">{t('stage.column.requirement')}</th>
            <th scope="col">{t('stage.column.state')}</th>
            <th scope="col">{t('stage.column.weight')}</th>
            <th scope="col">{t('stage.column.value')}</th>
            <th scope="col">{t('stage.column.part')}</th>
          </tr>
        </thead>
        <tbody>
          {gate.requirements.map((requirement) => {
            const { title, state } = words(requirement)
            return (
              <tr key={requirement.uid}>
                <td>{title}</td>
                <td>{state}</td>
                <td>{requirement.weight}</td>
                <td>{format.percent(requirement.value, 1)}</td>
                <td>{format.percent(requirement.contribution, 1)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{t('stage.readiness')}</td>
            <td>{format.percent(gate.value ?? 0, 1)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}
