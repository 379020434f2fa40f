import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PrintButton } from '#renderer/fields/print-button.tsx'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import type { Selection } from '#renderer/lib/selection.ts'
import { useFocusBack } from '#renderer/lib/use-focus-back.ts'
import { useFormat } from '#renderer/lib/use-format.ts'
import { useWorkspace } from '#renderer/lib/workspace.ts'
import { lazyPanel } from '#renderer/ui/lazy-part.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SectionTitle } from '#renderer/ui/section.tsx'
import type { Step } from '#shared/contract/steps.ts'
import { daysOfWeek } from '#shared/domain/calendar/monday-weeks.ts'
import { sortIntoWeeks } from '#shared/domain/steps/step-weeks.ts'
import { DeclinedSteps } from './declined-steps.tsx'
import { NextSteps } from './next-steps.tsx'
import { PastWeeks } from './past-weeks.tsx'
import { LeftSteps, StepRows } from './step-rows.tsx'
import classes from './steps.module.css'
import { usePresentWeek, useSteps } from './use-steps.ts'

const StepPanel = lazyPanel(async () => (await import('./step-panel.tsx')).StepPanel)

/**
 * The weekly check-in: open steps of earlier weeks, the steps of this week, sections of other features, and
 * suggestions.
 */
export function WeekPage({ selection, children }: { selection: Selection; children?: ReactNode }) {
  const { t } = useTranslation('steps')
  const steps = useSteps()
  useFocusBack(selection.item)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <PrintButton variant="default" />
          <Button data-new-item onClick={selection.add}>
            {t('new')}
          </Button>
        </>
      }
      panel={selection.item && <StepPanel key={selection.item} uid={selection.item} selection={selection} />}
      panelLabel={t('one')}
    >
      <QueryGate query={steps}>{(all) => <Weeks steps={all}>{children}</Weeks>}</QueryGate>
    </Page>
  )
}

function Weeks({ steps, children }: { steps: Step[]; children: ReactNode }) {
  const { t } = useTranslation('steps')
  const format = useFormat()
  const { settings } = useWorkspace()
  const week = usePresentWeek()
  const { now, later, left, past } = sortIntoWeeks(steps, week)
  const { start, end } = daysOfWeek(week, settings.weekStartsOn)
  const declined = steps.filter(({ status }) => status === 'declined')
  const done = now.filter(({ status }) => status === 'done').length
  const label = t('week.title', { start: format.shortDay(start), end: format.shortDay(end) })
  return (
    <div className={classes.page}>
      {left.length > 0 && (
        <section>
          <SectionTitle title={t('before.title')} />
          <Text size="sm" c="dimmed">
            {t('before.lead')}
          </Text>
          <LeftSteps steps={left} />
        </section>
      )}
      <section>
        <SectionTitle title={label} aside={now.length > 0 && t('week.summary', { done, count: now.length })} />
        {now.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('week.empty')}
          </Text>
        )}
        <StepRows steps={now} label={label} />
        {now.length > 0 && done === now.length && (
          <Text size="sm" mt="xs">
            {t('week.all')}
          </Text>
        )}
      </section>
      {later.length > 0 && (
        <section>
          <SectionTitle title={t('week.later')} />
          <StepRows steps={later} label={t('week.later')} />
        </section>
      )}
      {children}
      <section>
        <SectionTitle title={t('next.title')} />
        <Text size="sm" c="dimmed" mb="xs">
          {t('next.lead')}
        </Text>
        <NextSteps />
      </section>
      <section>
        <SectionTitle title={t('past.title')} />
        <PastWeeks past={past} />
        {declined.length > 0 && <DeclinedSteps steps={declined} />}
      </section>
    </div>
  )
}
