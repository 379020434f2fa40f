import type { ReviewFacts } from '#shared/model/review.ts'
import { indentMarkdown, markdownTable, nestMarkdown } from './markdown-text.ts'
import { metricChange } from './metric-change.ts'
import type { Pen } from './review-pen.ts'

type Section = (facts: ReviewFacts, pen: Pen) => string[]

/** A section with its heading, or nothing when there is nothing to tell. */
const titled = (title: string, blocks: string[]): string[] => (blocks.length === 0 ? [] : [`## ${title}`, ...blocks])
/** A list; one with a note below any of its items gets room between all of them. */
const listed = (items: string[]): string[] =>
  items.length === 0 ? [] : [items.join(items.some((item) => item.includes('\n')) ? '\n\n' : '\n')]
/** A list item with the person's own Markdown below it. */
const withNote = (line: string, note: string): string =>
  note.trim() === '' ? line : `${line}\n\n${indentMarkdown(nestMarkdown(note, 3))}`
/** A label before the person's own Markdown: on its line where that is one line of plain text. */
const labelled = (label: string, markdown: string): string => {
  const isOneLine = /^[\p{L}\p{N}«"“(][^\n]*$/u.test(markdown.trim()) && !/^\d+[.)]\s/.test(markdown.trim())
  return `**${label}**${isOneLine ? ' ' : '\n\n'}${nestMarkdown(markdown, 3)}`
}
const joined = (parts: (string | null | false)[], separator: string): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(separator)

const figures: Section = ({ totals, before, byKind, byMonth, bySkill }, { t, figures, plain, texts }) => {
  const row = (label: string, now: number, then: number) => [
    label,
    figures.number(now),
    figures.number(then),
    figures.change(now - then),
  ]
  const blocks = [
    markdownTable(
      [t('figure'), t('thisPeriod'), t('before'), t('change')],
      [
        row(t('hours'), totals.minutes / 60, before.minutes / 60),
        row(t('activities'), totals.activities, before.activities),
        row(t('activeDays'), totals.activeDays, before.activeDays),
        row(t('activeWeeks'), totals.activeWeeks, before.activeWeeks),
      ],
      [1, 2, 3],
    ),
  ]
  if (byKind.length > 0) {
    const share = (minutes: number) => figures.percent(totals.minutes === 0 ? 0 : minutes / totals.minutes)
    const rows = byKind.map(({ kind, minutes, activities }) => [
      kind === null ? texts.vocabulary.noKind : texts.vocabulary.activityKind[kind],
      figures.hours(minutes),
      share(minutes),
      figures.number(activities),
    ])
    blocks.push(
      `### ${t('byKind')}`,
      markdownTable([t('kind'), t('hours'), t('share'), t('activities')], rows, [1, 2, 3]),
    )
    const months = byMonth.map(({ month, minutes }) => [figures.month(month), figures.hours(minutes)])
    blocks.push(`### ${t('byMonth')}`, markdownTable([t('month'), t('hours')], months, [1]))
  }
  if (bySkill.length > 0) {
    const rows = bySkill.map(({ skill, minutes, activities }) => [
      plain(skill),
      figures.hours(minutes),
      figures.number(activities),
    ])
    blocks.push(`### ${t('bySkill')}`, markdownTable([t('skill'), t('hours'), t('activities')], rows, [1, 2]))
    blocks.push(`*${t('bySkillNote')}*`)
  }
  return titled(t('figures'), blocks)
}

const gates: Section = ({ gatesPassed, milestones }, { t, figures, plain }) => {
  const passed = gatesPassed.map(({ stage, day, note }) =>
    withNote(`- **${t('gatePassed', { stage: plain(stage), day: figures.day(day) })}**`, note),
  )
  const state = (planned: string, done: string | null) => {
    if (done === null) return t('milestoneOpen', { day: figures.day(planned) })
    if (done === planned) return t('milestoneDone', { day: figures.day(done) })
    return t('milestoneDoneElsewhen', { day: figures.day(done), planned: figures.day(planned) })
  }
  const steps = milestones.map(
    ({ title, plannedDay, doneDay }) =>
      `- [${doneDay === null ? ' ' : 'x'}] ${plain(title)}: ${state(plannedDay, doneDay)}`,
  )
  return titled(t('gates'), [...listed(passed), ...listed(steps)])
}

type Achievement = ReviewFacts['achievements'][number]

function metricLine(achievement: Achievement, { t, figures, plain }: Pen): string | null {
  const { metricName, metricBaseline, metricResult, metricUnit, myShare } = achievement
  if (metricResult === null) return null
  const withUnit = (value: number) => joined([figures.number(value, 2), plain(metricUnit)], ' ')
  const change = metricChange(achievement)
  const values = { name: plain(metricName), to: withUnit(metricResult), from: withUnit(metricBaseline ?? 0) }
  const relative = change?.relative ?? null
  const difference = change === null ? null : figures.change(change.absolute, 2)
  const percent = relative === null ? null : figures.percentChange(relative)
  const details = joined(
    [
      joined([difference, percent], ', '),
      myShare !== null && t('myShare', { percent: figures.percent(myShare / 100) }),
    ],
    '; ',
  )
  const line = t(metricBaseline === null ? 'metricResult' : 'metricChange', values)
  return details === '' ? line : `${line} (${details})`
}

function achievementBlocks(achievement: Achievement, pen: Pen): string[] {
  const { t, plural, figures, plain, texts } = pen
  const { scope, audience } = texts.vocabulary
  const { title, day, peopleLed } = achievement
  const facts = [
    figures.day(day),
    t('scope', { scope: scope[achievement.scope] }),
    achievement.audience.length > 0 &&
      t('audience', { audience: achievement.audience.map((one) => audience[one]).join(', ') }),
    peopleLed !== null && peopleLed > 0 && plural('peopleLed', peopleLed),
  ]
  const star = (['situation', 'task', 'action', 'result'] as const)
    .filter((part) => achievement[part].trim() !== '')
    .map((part) => labelled(t(part), achievement[part]))
  const metric = metricLine(achievement, pen)
  return [`### ${plain(title)}`, joined(facts, ' · '), ...star, ...(metric === null ? [] : [`**${metric}**`])]
}

const achievements: Section = (facts, pen) =>
  titled(
    pen.t('achievements'),
    facts.achievements.flatMap((achievement) => achievementBlocks(achievement, pen)),
  )

const skills: Section = (facts, { t, figures, plain, texts }) => {
  const level = (value: number | null) => (value === null ? '—' : String(value))
  const rows = facts.skills.map((skill) => [
    plain(skill.title),
    texts.vocabulary.area[skill.area],
    level(skill.from),
    level(skill.to),
    level(skill.target),
    figures.day(skill.day),
  ])
  const heads = [t('skill'), t('area'), t('levelBefore'), t('levelNow'), t('target'), t('rated')]
  const notes = facts.skills
    .filter(({ note, evidence }) => note.trim() !== '' || evidence.length > 0)
    .map(({ title, note, evidence }) => {
      const list = evidence.length > 0 && t('evidence', { list: evidence.map(plain).join('; ') })
      const item = withNote(`- **${plain(title)}**`, note)
      return list === false ? item : `${item}\n\n  ${list}`
    })
  const missing = facts.skillsNotRated.map(({ title, level, day, target }) => {
    if (level === null || day === null) return `- ${plain(title)}: ${t('neverRated', { target })}`
    return `- ${plain(title)}: ${t('notRatedLevel', { level, day: figures.day(day), target })}`
  })
  return titled(t('skills'), [
    ...(rows.length === 0 ? [] : [markdownTable(heads, rows, [2, 3, 4])]),
    ...listed(notes),
    ...(missing.length === 0 ? [] : [`### ${t('notRated')}`, ...listed(missing)]),
  ])
}

const growth: Section = (facts, { t, figures, plain, texts }) => {
  const { learningKind, learningStatus, certificationStatus, projectKind, projectStatus } = texts.vocabulary
  const time = (minutes: number) => minutes > 0 && t('time', { hours: figures.hours(minutes) })
  const status = (word: string, day: string | null) =>
    day === null ? word : t('endedOn', { status: word, day: figures.day(day) })
  const line = (title: string, parts: (string | false)[]) => `- **${plain(title)}**: ${joined(parts, ' · ')}`
  const learning = facts.learning.map(({ title, kind, provider, endDay, minutes, ...item }) =>
    line(title, [learningKind[kind], plain(provider), status(learningStatus[item.status], endDay), time(minutes)]),
  )
  const certifications = facts.certifications.map(({ title, issuer, day, ...item }) =>
    line(title, [plain(issuer), status(certificationStatus[item.status], day)]),
  )
  const projects = facts.projects.map(({ title, kind, responsibility, minutes, ...item }) =>
    line(title, [projectKind[kind], projectStatus[item.status], plain(responsibility), time(minutes)]),
  )
  return [
    ...titled(t('learning'), listed(learning)),
    ...titled(t('certifications'), listed(certifications)),
    ...titled(t('projects'), listed(projects)),
  ]
}

const metrics: Section = (facts, { t, figures, plain }) => {
  if (facts.metrics.length === 0) return []
  const rows = facts.metrics.map(({ title, unit, from, to, day }) => [
    plain(title),
    plain(unit),
    from === null ? '—' : figures.number(from, 2),
    figures.number(to, 2),
    from === null ? '—' : figures.change(to - from, 2),
    figures.day(day),
  ])
  const heads = [t('metric'), t('unit'), t('levelBefore'), t('lastValue'), t('change'), t('day')]
  return titled(t('metrics'), [markdownTable(heads, rows, [2, 3, 4])])
}

const obstacles: Section = (facts, { t, figures, plain, texts }) => {
  const { obstacleStatus, verdict } = texts.vocabulary
  const states = facts.obstacles.map(({ title, status }) => `- **${plain(title)}**: ${obstacleStatus[status]}`)
  const experiments = facts.experiments.map((experiment) => {
    const { title, obstacle, day, lesson } = experiment
    const values = { title: `**${plain(title)}**`, verdict: verdict[experiment.verdict], day: figures.day(day) }
    return withNote(`- ${t('experiment', values)} (${t('obstacleOf', { obstacle: plain(obstacle) })})`, lesson)
  })
  return titled(t('obstacles'), [...listed(states), ...listed(experiments)])
}

const people: Section = (facts, { t, figures, plain, texts }) => {
  if (facts.people.length === 0) return []
  const rows = facts.people.map(({ name, role, minutes, activities }) => [
    plain(name),
    texts.vocabulary.personRole[role],
    figures.hours(minutes),
    figures.number(activities),
  ])
  return titled(t('people'), [markdownTable([t('person'), t('role'), t('hours'), t('activities')], rows, [2, 3])])
}

const SECTIONS: Section[] = [figures, gates, achievements, skills, growth, metrics, obstacles, people]

/** What happened, section by section, as blocks of Markdown; sections with nothing to tell are left out. */
export function factSections(facts: ReviewFacts, pen: Pen): string[] {
  return SECTIONS.flatMap((section) => section(facts, pen))
}
