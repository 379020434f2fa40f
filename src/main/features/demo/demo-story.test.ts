import { describe, expect, it } from 'vitest'
import type { DemoThread, Words } from './demo-format.ts'
import { readDemoStory } from './demo-story.ts'

const { story, threads, weeks } = readDemoStory()

/** Every text of the story, in both languages. */
function collectWords(value: unknown): Words[] {
  if (Array.isArray(value)) return value.flatMap(collectWords)
  if (value === null || typeof value !== 'object') return []
  if ('ru' in value && 'en' in value) return [value as Words]
  return Object.values(value).flatMap(collectWords)
}
const words = collectWords([story, threads, weeks])

/**
 * Leaves out the names of Azure exams: in the Russian story the company works in a Russian cloud, so the texts do not
 * share these numbers.
 */
const withoutExams = (text: string) => text.replace(/AZ-\d+/gi, '')

/** Numbers of a text: `1 900` and `2,4` in Russian are `1,900` and `2.4` in English. */
const numbersIn = {
  ru: (text: string) =>
    withoutExams(text)
      .match(/\d{1,3}(?: \d{3})+|\d+(?:,\d+)?/g)
      ?.map((n) => n.replace(/ /g, '').replace(',', '.')),
  en: (text: string) =>
    withoutExams(text)
      .match(/\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?/g)
      ?.map((n) => n.replace(/,/g, '')),
}

const thread = (key: string): DemoThread => {
  const found = threads.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const countOf = (key: string) => thread(key).entries.reduce((sum, { count = 0 }) => sum + count, 0)
const pointAt = (metric: string, on: number) =>
  story.points.find((point) => point.metric === metric && point.on === on)?.value

const adds = story.events.filter((event) => 'add' in event)
const changes = story.events.filter((event) => 'change' in event)

describe('the demo story', () => {
  it('says the same in both languages: every number stands in both', () => {
    const differing = words.filter(
      ({ ru, en }) => String(numbersIn.ru(ru)?.sort()) !== String(numbersIn.en(en)?.sort()),
    )
    expect(differing).toEqual([])
  })

  it('has no Cyrillic in English and no English words in Russian but names', () => {
    expect(words.filter(({ en }) => /[а-яё₽]/i.test(en.replace('₽', ''))).map(({ en }) => en)).toEqual([])
    const names =
      /order-service|AWS|Essentials|Yandex|Cloud|DevOps|CS50P?|Missing|Semester|PMO?P?|CTO|CIO|COO|CFO|HR|ROP|API|SQL|Git(?:Lab)?|DORA|Habr|DNS|SSRF|XSS|CSRF|CI|PDU|SEU|Software|Architect|Generative|AI|for|Everyone|Technology|Radar|Web|Security|Academy|Site|Reliability|Engineering|OTUS|CAC|LTV|Python/g
    const leftovers = threads
      .flatMap((one) => collectWords(one))
      .map(({ ru }) => ru.replaceAll('{count}', '').replace(names, ''))
      .filter((ru) => /[a-z]{2,}/i.test(ru))
    expect(leftovers).toEqual([])
  })

  it('counts the reviews its milestones ask for', () => {
    expect(countOf('reviews-first')).toBe(20)
    expect(countOf('reviews-lead')).toBe(60)
    expect(thread('prs-read').entries).toHaveLength(10)
    const own = thread('tariffs').entries.flatMap(({ title }) => /№ (\d+)/.exec(title.ru)?.[1] ?? [])
    expect(own.map(Number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('has results that agree with the metrics', () => {
    const measured = adds.filter(({ series }) => series !== undefined)
    expect(measured.length).toBeGreaterThanOrEqual(3)
    for (const { series, fields, key } of measured) {
      if (series === undefined) continue
      expect(fields.metricBaseline, key).toBe(pointAt(series.metric, series.from))
      expect(fields.metricResult, key).toBe(pointAt(series.metric, series.to))
    }
  })

  it('logs about as many hours for what was finished as were planned', () => {
    const hours = new Map<string, number>()
    for (const { entries, links, minutes } of threads)
      for (const entry of entries)
        for (const ref of [...links, ...(entry.links ?? [])])
          hours.set(ref, (hours.get(ref) ?? 0) + (entry.minutes ?? (minutes[0] + minutes[1]) / 2) / 60)
    const done = new Set(changes.filter(({ fields }) => fields.status === 'done').map(({ change }) => change))
    const planned = adds.filter(({ add, key }) => add === 'learning' && done.has(`learning:${key}`))
    expect(planned.length).toBeGreaterThan(12)
    for (const { key, fields } of planned) {
      const share = (hours.get(`learning:${key}`) ?? 0) / Number(fields.plannedHours)
      expect.soft(share, key).toBeGreaterThan(0.55)
      expect.soft(share, key).toBeLessThan(1.3)
    }
  })

  it('rates every skill of the template, a step at a time, and one of them down once', () => {
    const bySkill = Map.groupBy(story.assessments, ({ skill }) => skill)
    expect(bySkill.size).toBe(28)
    const steps = [...bySkill.entries()].flatMap(([skill, ratings]) => {
      const levels = ratings.toSorted((one, other) => one.on - other.on).map(({ level }) => level)
      return levels.slice(1).map((level, index) => ({ skill, step: level - (levels[index] ?? 0) }))
    })
    expect(steps.filter(({ step }) => Math.abs(step) > 1)).toEqual([])
    expect(steps.filter(({ step }) => step < 0)).toEqual([{ skill: 'security', step: -1 }])
  })

  it('has experiments of every outcome and one that is still running', () => {
    const experiments = changes.filter(({ change }) => change.startsWith('experiment:'))
    const verdicts = experiments.flatMap(({ fields }) => fields.verdict ?? [])
    expect(new Set(verdicts)).toEqual(new Set(['worked', 'failed', 'inconclusive']))
    expect(experiments.filter(({ fields }) => 'startDay' in fields)).toHaveLength(verdicts.length + 1)
  })

  it('looks at most weeks, skips some and has failed ones', () => {
    const looked = weeks.map(({ week }) => week)
    expect(looked).toEqual([...new Set(looked)].sort((one, other) => one - other))
    const span = (looked.at(-1) ?? 0) + 1
    expect(looked.length / span).toBeGreaterThan(0.7)
    expect(looked.length / span).toBeLessThan(0.95)
    expect(new Set(weeks.map(({ outcome }) => outcome))).toEqual(new Set(['asPlanned', 'partly', 'failed', undefined]))
    expect(weeks.filter(({ notes }) => notes !== undefined).length).toBeGreaterThan(20)
    expect(weeks.filter(({ parts }) => Math.max(...parts) === 0)).toEqual([])
  })

  it('answers every prompt of its reviews', () => {
    for (const { answers, focus } of story.reviews) {
      expect(Object.keys(answers)).toHaveLength(10)
      expect(focus).toHaveLength(3)
    }
  })
})
