import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import classes from './review-guide.module.css'

export const STEPS = ['facts', 'skills', 'impact', 'reflection', 'focus', 'sign'] as const
export type Step = (typeof STEPS)[number]

/** Progress of each step. */
export interface StepCounts {
  minutes: number
  notRated: number
  achievements: number
  answered: number
  questions: number
  lines: number
}

const stepId = (step: Step) => `review-step-${step}`

/** The part of the window, as shares of its height, in which a step counts as the present one. */
const PRESENT_BAND = '-25% 0px -70% 0px'

/** The step being read. */
function usePresentStep(): Step {
  const [present, setPresent] = useState<Step>('facts')
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting)
        const step = STEPS.find((one) => stepId(one) === entered?.target.id)
        if (step !== undefined) setPresent(step)
      },
      { rootMargin: PRESENT_BAND },
    )
    for (const step of STEPS) {
      const section = document.getElementById(stepId(step))
      if (section !== null) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [])
  return present
}

/** The steps of the review beside the text, each with its progress and a link. */
export function StepRail({ counts }: { counts: StepCounts }) {
  const { t } = useTranslation('reviews')
  const present = usePresentStep()
  const states = useStepStates(counts)
  const go = (step: Step) => {
    const section = document.getElementById(stepId(step))
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }
  return (
    <nav className={classes.rail} aria-label={t('guide.steps')}>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step}>
            <button type="button" aria-current={step === present ? 'step' : undefined} onClick={() => go(step)}>
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              <span>
                <span className={classes.name}>{t(`guide.step.${step}`)}</span>
                <span className={classes.state}>{states[step]}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function useStepStates(counts: StepCounts): Record<Step, string> {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return {
    facts: t('guide.state.facts', { hours: format.hours(counts.minutes) }),
    skills: counts.notRated === 0 ? t('guide.state.skillsDone') : t('guide.state.skills', { count: counts.notRated }),
    impact: t('guide.state.impact', { count: counts.achievements }),
    reflection: t('guide.state.reflection', { answered: counts.answered, count: counts.questions }),
    focus: t('guide.state.focus', { count: counts.lines }),
    sign: t('guide.state.sign'),
  }
}

/** One step of the guide: heading, purpose, content. */
export function GuideStep({ step, lead, children }: { step: Step; lead: string; children: ReactNode }) {
  const { t } = useTranslation('reviews')
  const headingId = `${stepId(step)}-title`
  return (
    <section id={stepId(step)} className={classes.step} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes.heading} tabIndex={-1}>
        {t(`guide.step.${step}`)}
      </h2>
      <p className={classes.lead}>{lead}</p>
      {children}
    </section>
  )
}
