import { createMetricPoint } from '#main/features/metrics/metrics-store.ts'
import { assessSkill } from '#main/features/skills/skills-store.ts'
import type { Store } from '#main/store/engine/database.ts'
import { createItem } from '#main/store/engine/items.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { achievementEntity } from '#main/store/entities/achievements.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { initiativeEntity } from '#main/store/entities/initiatives.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { loadEntryEntity } from '#main/store/entities/load.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { projectEntity } from '#main/store/entities/projects.ts'
import { stepEntity } from '#main/store/entities/steps.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import { addDays, addYears, weekStart } from '#shared/domain/calendar/calendar.ts'
import type { Random } from '#shared/domain/chance/random.ts'
import type { Day, Language } from '#shared/model/common.ts'
import { inLanguage } from '#shared/model/common.ts'
import { RETRO_AFTER, type Retro, RetroDecision } from '#shared/model/initiative.ts'
import { WeekOutcome } from '#shared/model/load.ts'
import { LearningKind, PersonRole, Scope } from '#shared/model/vocabulary.ts'
import type { TextMaker } from './synthetic-texts.ts'

/** An item activities can be about, and the period in which they are. */
export interface Subject {
  uid: string
  from: Day
  to: Day
}

/** What the generated activities link to. */
export interface Subjects {
  skills: string[]
  people: string[]
  projects: Subject[]
  learning: Subject[]
}

/** What the generators need to make items. */
export interface SyntheticSource {
  store: Store
  language: Language
  start: Day
  end: Day
  years: number
  random: Random
  texts: TextMaker
}

const NAMES: Record<Language, [given: string[], family: string[]]> = {
  ru: [
    ['Анна', 'Вера', 'Ирина', 'Ольга', 'Нина', 'Юлия', 'Елена', 'Дарья'],
    ['Белова', 'Климова', 'Назарова', 'Орлова', 'Соколова', 'Юдина', 'Ларина', 'Титова'],
  ],
  en: [
    ['Anna', 'Grace', 'Irene', 'Olga', 'Nina', 'Julia', 'Helen', 'Daria'],
    ['Baker', 'Clark', 'Nash', 'Osborne', 'Stone', 'Young', 'Lane', 'Turner'],
  ],
}

/** A period of `days` that begins within the span, cut off at its end. */
function periodOf({ start, end, random }: SyntheticSource, place: number, days: number): { from: Day; to: Day } {
  const from = addDays(start, Math.floor(place) + random.integer(0, 20))
  const to = addDays(from, days)
  return { from: from < end ? from : end, to: to < end ? to : end }
}

function makePeople({ store, language, random, years, texts }: SyntheticSource): string[] {
  const [given, family] = NAMES[language]
  return Array.from({ length: 8 + years * 3 }, () => {
    const fields = {
      name: `${random.pick(given)} ${random.pick(family)}`,
      role: random.pick(PersonRole.options),
      position: texts.topic(),
      cadenceDays: random.chance(0.4) ? random.pick([14, 30, 45, 90]) : null,
      notes: texts.sentence(),
    }
    return createItem(store, personEntity, { fields }).uid
  })
}

function makeProjects(source: SyntheticSource, skills: string[]): Subject[] {
  const { store, random, texts, years, end } = source
  return Array.from({ length: years * 3 }, (_, index) => {
    const period = periodOf(source, index * 120, random.integer(60, 300))
    const isOver = period.to < end
    const fields = {
      kind: random.pick(['pet', 'work'] as const),
      title: texts.title('workProject'),
      status: isOver ? random.pick(['done', 'done', 'dropped'] as const) : ('active' as const),
      responsibility: texts.sentence(),
      stack: 'Python, PostgreSQL',
      startDay: period.from,
      endDay: isOver ? period.to : null,
      nextAction: isOver ? '' : texts.sentence(),
      links: [random.pick(skills)],
    }
    return { uid: createItem(store, projectEntity, { fields }).uid, ...period }
  })
}

function makeLearning(source: SyntheticSource, skills: string[]): Subject[] {
  const { store, language, random, texts, years, end } = source
  const catalogue = planTemplate(store).learning
  return Array.from({ length: years * 8 }, (_, index) => {
    const period = periodOf(source, index * 45, random.integer(14, 120))
    const isOver = period.to < end
    const starter = random.pick(catalogue)
    const fields = {
      kind: random.pick(LearningKind.options),
      title: inLanguage(starter.title, language),
      provider: inLanguage(starter.by, language),
      status: isOver ? random.pick(['done', 'done', 'done', 'dropped'] as const) : ('inProgress' as const),
      progress: isOver ? 100 : 40,
      startDay: period.from,
      endDay: isOver ? period.to : null,
      plannedHours: random.integer(4, 80),
      catalogueKey: starter.key,
      notes: texts.notes(300),
      links: [random.pick(skills)],
    }
    return { uid: createItem(store, learningEntity, { fields }).uid, ...period }
  })
}

function makeCertifications(source: SyntheticSource, skills: string[]): void {
  const { store, random, years, end } = source
  const catalogue = planTemplate(store).certifications
  for (let index = 0; index < years * 2; index += 1) {
    const { from } = periodOf(source, index * 180, 30)
    const { title, issuer, key } = random.pick(catalogue)
    const expiryDay = addYears(from, 3)
    const status = expiryDay < end ? ('expired' as const) : ('earned' as const)
    const fields = { title, issuer, status, issueDay: from, expiryDay, catalogueKey: key, links: [random.pick(skills)] }
    createItem(store, certificationEntity, { fields })
  }
}

function makeAchievements(source: SyntheticSource, skills: string[]): void {
  const { store, random, texts, years } = source
  for (let index = 0; index < years * 5; index += 1) {
    const baseline = random.integer(20, 100)
    const fields = {
      title: texts.title('leadership'),
      day: periodOf(source, index * 72, 0).from,
      situation: texts.sentence(),
      task: texts.sentence(),
      action: texts.notes(300),
      result: texts.sentence(),
      audience: ['team' as const],
      scope: random.pick(Scope.options),
      peopleLed: random.integer(2, 60),
      metricName: texts.topic(),
      metricBaseline: baseline,
      metricResult: baseline - random.integer(1, 19),
      metricUnit: '%',
      myShare: random.integer(2, 10) * 10,
      links: [random.pick(skills)],
    }
    createItem(store, achievementEntity, { fields })
  }
}

/** Retros whose day has come; each moved the metric by 0 to 1.5 times the expected change. */
function retrosOf({ random, texts, end }: SyntheticSource, endDay: string, expected: number): Retro[] {
  return RETRO_AFTER.map((after) => ({ after, day: addDays(endDay, after) }))
    .filter(({ day }) => day < end)
    .map((place) => ({
      ...place,
      actualChange: (expected * random.integer(-2, 15)) / 10,
      decision: random.pick(RetroDecision.options),
      lesson: texts.sentence(),
    }))
}

function makeInitiatives(source: SyntheticSource, people: string[], metrics: string[]): void {
  const { store, random, texts, years, end } = source
  const rating = () => random.integer(1, 10)
  for (let index = 0; index < years * 2; index += 1) {
    const period = periodOf(source, index * 180, random.integer(60, 200))
    const isOver = period.to < end
    const fields = {
      title: texts.title('workProject'),
      hypothesis: texts.sentence(),
      status: isOver ? random.pick(['done', 'done', 'dropped'] as const) : ('running' as const),
      metricUid: random.pick(metrics),
      expectedChange: random.integer(1, 20),
      impact: rating(),
      confidence: rating(),
      ease: rating(),
      ownerUid: random.pick(people),
      stakeholders: [random.pick(people)],
      startDay: period.from,
      endDay: isOver ? period.to : null,
      lesson: isOver ? texts.sentence() : '',
    }
    const retros = fields.status === 'done' ? retrosOf(source, period.to, fields.expectedChange) : []
    createItem(store, initiativeEntity, { fields: { ...fields, retros } })
  }
}

/** Three steps a week, most of them done; the steps of the last week are still planned. */
function makeSteps(source: SyntheticSource, skills: string[]): void {
  const { store, random, texts, years, end } = source
  for (let day = 0; day < years * 365; day += 7) {
    const { from: week, to } = periodOf(source, day, 6)
    const isOver = to < end
    for (let index = 0; index < 3; index += 1) {
      const status = isOver ? random.pick(['done', 'done', 'dropped'] as const) : ('planned' as const)
      const minutes = random.pick([30, 180])
      const endDay = status === 'done' ? week : null
      const fields = { title: texts.title('practice'), status, week, minutes, endDay, links: [random.pick(skills)] }
      createItem(store, stepEntity, { fields })
    }
  }
}

/** Load entries, one for each of most weeks. */
function makeLoad({ store, random, texts, start, years }: SyntheticSource): void {
  for (let week = 0; week < years * 52; week += 1) {
    if (random.chance(0.2)) continue
    const [learning, strategy] = [random.integer(0, 30), random.integer(0, 30)]
    const split = { operations: 100 - learning - strategy, learning, strategy }
    const more = { freedMinutes: random.integer(0, 8) * 60, outcome: random.pick([...WeekOutcome.options, null]) }
    const fields = { week: weekStart(addDays(start, week * 7), 1), ...split, ...more, notes: texts.sentence() }
    createItem(store, loadEntryEntity, { fields })
  }
}

/** Ratings that rise slowly, with a step down now and then. */
function makeAssessments(source: SyntheticSource, skills: string[]): void {
  const { store, random, texts, years } = source
  for (const skillUid of skills) {
    let level = random.integer(0, 2)
    for (let index = 0; index <= years; index += 1) {
      const { from: day } = periodOf(source, index * 360, 0)
      assessSkill(store, { skillUid, level, day, note: texts.sentence(), evidence: [] })
      level = Math.min(5, Math.max(0, level + (random.chance(0.1) ? -1 : random.integer(0, 1))))
    }
  }
}

function makePoints(source: SyntheticSource, metrics: string[]): void {
  const { store, random, years } = source
  for (const metricUid of metrics)
    for (let index = 0; index < years * 4; index += 1) {
      const { from: day } = periodOf(source, index * 90, 0)
      createMetricPoint(store, { fields: { metricUid, day, value: 4 + index + random.integer(0, 3) } })
    }
}

const uidsOf = (store: Store, type: string): string[] =>
  readRows<{ uid: string }>(store, 'SELECT uid FROM item WHERE type = ? ORDER BY id', [type]).map(({ uid }) => uid)

/**
 * Makes everything except the journal: people, projects, learning, certifications, achievements, ratings, metric
 * values, initiatives, steps, weeks.
 */
export function makeItems(source: SyntheticSource): Subjects {
  const skills = uidsOf(source.store, 'skill')
  const people = makePeople(source)
  const projects = makeProjects(source, skills)
  const learning = makeLearning(source, skills)
  makeCertifications(source, skills)
  makeAchievements(source, skills)
  makeAssessments(source, skills)
  const metrics = uidsOf(source.store, 'metric')
  makePoints(source, metrics)
  makeInitiatives(source, people, metrics)
  makeSteps(source, skills)
  makeLoad(source)
  return { skills, people, projects, learning }
}
