import { useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/lib/use-format.ts'
import { Markdown } from '#renderer/ui/markdown.tsx'
import { isWholeYear } from '#shared/domain/review-figures.ts'
import type { Language, LocalText } from '#shared/model/common.ts'
import type { Review, ReviewAnswer, ReviewFacts } from '#shared/model/review.ts'
import classes from './document.module.css'
import ends from './document-ends.module.css'
import { GrowthSection, PeopleSection } from './document-growth.tsx'
import { AchievementsSection, MetricsSection, ObstaclesSection } from './document-impact.tsx'
import { DocumentHeading, DocumentSection } from './document-parts.tsx'
import { SkillsSection } from './document-skills.tsx'
import { GlanceSection, TimeSection } from './document-time.tsx'
import { WaySection } from './document-way.tsx'

/** All that a review says, whether it comes from a snapshot or from the data as it is now. */
export interface ReviewContent {
  facts: ReviewFacts
  answers: ReviewAnswer[]
  focus: LocalText[]
  revision: number
  /** Null while it is a draft. */
  signedDay: string | null
  /** The day the facts were gathered on. */
  asOf: string
}

/** A signed review, from nothing but its snapshot; null for a draft. */
export function signedContent({ snapshot, revision }: Review): ReviewContent | null {
  if (snapshot === null) return null
  const { facts, answers, focus, signedDay } = snapshot
  return { facts, answers, focus, revision, signedDay, asOf: signedDay }
}

/** A draft with the facts as they are on `today`. */
export function draftContent(review: Review, facts: ReviewFacts, today: string): ReviewContent {
  const { answers, focus, revision } = review
  return { facts, answers, focus, revision, signedDay: null, asOf: today }
}

/** The review as one sheet, in a language of its own. */
export function ReviewDocument({ content, language }: { content: ReviewContent; language: Language }) {
  const { i18n } = useTranslation()
  const texts = useMemo(() => i18n.cloneInstance({ lng: language }), [i18n, language])
  return (
    <I18nextProvider i18n={texts}>
      <article className={`${classes.words} ${classes.sheet}`} lang={language}>
        <DocumentHead content={content} />
        <DocumentBody content={content} />
        <div className={ends.closing}>
          <NextFocus focus={content.focus} />
          <Signatures signedDay={content.signedDay} />
        </div>
        <PageFoot facts={content.facts} />
      </article>
    </I18nextProvider>
  )
}

/** Title of a review by the length of its period. */
export function useReviewTitle(): (facts: Pick<ReviewFacts, 'periodStart' | 'periodEnd'>) => {
  title: string
  period: string
} {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return ({ periodStart, periodEnd }) => ({
    title: t(isWholeYear(periodStart, periodEnd) ? 'document.titleYear' : 'document.titlePeriod'),
    period: t('document.period', { start: format.day(periodStart), end: format.day(periodEnd) }),
  })
}

function DocumentHead({ content }: { content: ReviewContent }) {
  const { t } = useTranslation(['reviews', 'common'])
  const format = useFormat()
  const { facts, signedDay, revision } = content
  const { title, period } = useReviewTitle()(facts)
  const { plan } = facts
  const status =
    signedDay === null ? t('document.head.draft') : t('document.head.signed', { day: format.day(signedDay) })
  const rows: [name: string, value: string | null | undefined][] = [
    [t('document.head.stage'), plan?.stage && format.text(plan.stage)],
    [t('document.head.readiness'), plan?.readiness == null ? null : format.percent(plan.readiness)],
    [t('document.head.revision'), format.number(revision)],
    [t('document.head.status'), status],
  ]
  return (
    <header className={ends.head}>
      <div className={ends.overline}>
        <span>{plan && `${format.text(plan.fromRole)} → ${format.text(plan.toRole)}`}</span>
        <span>{t('common:app')}</span>
      </div>
      <h1 className={ends.title}>{title}</h1>
      <p className={ends.period}>{period}</p>
      <dl className={ends.headFacts}>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {plan && plan.vision.trim() !== '' && (
        <div className={ends.vision}>
          <Markdown text={plan.vision} />
        </div>
      )}
    </header>
  )
}

function DocumentBody({ content }: { content: ReviewContent }) {
  const { facts, asOf } = content
  return (
    <>
      <GlanceSection facts={facts} asOf={asOf} />
      <PreviousFocus facts={facts} />
      <AchievementsSection achievements={facts.achievements} />
      <WaySection facts={facts} asOf={asOf} />
      <SkillsSection facts={facts} />
      <GrowthSection facts={facts} />
      <MetricsSection metrics={facts.metrics} />
      <ObstaclesSection facts={facts} />
      <TimeSection facts={facts} asOf={asOf} />
      <PeopleSection people={facts.people} />
      <Reflection answers={content.answers} />
    </>
  )
}

/** The focus of the review before, to hold against what was done. */
export function PreviousFocus({ facts }: { facts: ReviewFacts }) {
  const { t } = useTranslation('reviews')
  if (facts.previousFocus.length === 0) return null
  const yearly = isWholeYear(facts.periodStart, facts.periodEnd)
  return (
    <DocumentSection title={t(yearly ? 'document.previousFocus.title' : 'document.previousFocus.titlePeriod')}>
      <Lines lines={facts.previousFocus} />
    </DocumentSection>
  )
}

function Lines({ lines, ordered }: { lines: LocalText[]; ordered?: boolean }) {
  const format = useFormat()
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={classes.list}>
      {lines.map((line) => (
        <li key={format.text(line)}>{format.text(line)}</li>
      ))}
    </List>
  )
}

function Reflection({ answers }: { answers: ReviewAnswer[] }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  const given = answers.filter(({ answer }) => answer.trim() !== '')
  if (given.length === 0) return null
  return (
    <DocumentSection title={t('document.reflection.title')}>
      {given.map(({ key, prompt, answer }) => (
        <div key={key} className={classes.answer}>
          <DocumentHeading>{format.text(prompt)}</DocumentHeading>
          <Markdown text={answer} />
        </div>
      ))}
    </DocumentSection>
  )
}

function NextFocus({ focus }: { focus: LocalText[] }) {
  const { t } = useTranslation('reviews')
  if (focus.length === 0) return null
  return (
    <DocumentSection title={t('document.focus.title')}>
      <Lines lines={focus} ordered />
    </DocumentSection>
  )
}

function Signatures({ signedDay }: { signedDay: string | null }) {
  const { t } = useTranslation('reviews')
  const format = useFormat()
  return (
    <section className={ends.signatures} aria-label={t('document.signature.title')}>
      {(['me', 'mentor'] as const).map((who) => (
        <div key={who} className={ends.signature}>
          <div>
            <span>{t(`document.signature.${who}`)}</span>
            <span>{who === 'me' && signedDay !== null ? format.day(signedDay) : t('document.signature.day')}</span>
          </div>
        </div>
      ))}
    </section>
  )
}

const cssString = (text: string) => `"${text.replace(/["\\\n]/g, ' ')}"`

/** The foot of every printed page: what this is, and which page of how many. */
function PageFoot({ facts }: { facts: ReviewFacts }) {
  const { title, period } = useReviewTitle()(facts)
  const font = 'font: 8pt "IBM Plex Sans Variable", sans-serif; color: #414b50;'
  return (
    <style>{`@page {
      size: A4;
      margin: 17mm 17mm 20mm 20mm;
      @bottom-left { content: ${cssString(`${title}, ${period}`)}; ${font} }
      @bottom-right { content: counter(page) " / " counter(pages); ${font} }
    }`}</style>
  )
}
