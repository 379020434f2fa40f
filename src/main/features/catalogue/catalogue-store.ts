import { z } from 'zod'
import type { Store } from '#main/store/engine/database.ts'
import { readRows } from '#main/store/engine/statements.ts'
import { COMMON_SKILL_NAMES, planTemplate, quickAddWords } from '#main/store/facts/plan-template.ts'
import type {
  CaptureVocabulary,
  CertificationEntry,
  LearningEntry,
  MetricEntry,
  SkillPractice,
} from '#shared/contract/catalogue.ts'
import { inVariants } from '#shared/domain/gates/stage-variants.ts'
import { LocalText } from '#shared/model/common.ts'
import type { PlanTemplate } from '#shared/model/template.ts'

interface SkillRow {
  uid: string
  key: string | null
  title: LocalText
  aliases: string[]
  archived: number
}

function readSkills(store: Store): SkillRow[] {
  return readRows<SkillRow>(
    store,
    `SELECT item.uid, skill.key, item.title, skill.aliases, skill.archived
       FROM skill CROSS JOIN item ON item.id = skill.id ORDER BY skill.position, skill.id`,
    [],
    { title: LocalText, aliases: z.array(z.string()) },
  )
}

/** Uids of the items made from catalogue entries, by key. */
function readChosen(store: Store, table: 'learning' | 'certification' | 'metric'): Map<string, string> {
  const key = table === 'metric' ? 'key' : 'catalogue_key'
  const rows = readRows<{ key: string; uid: string }>(
    store,
    `SELECT ${key} AS key, item.uid FROM ${table} CROSS JOIN item ON item.id = ${table}.id
       WHERE ${key} IS NOT NULL ORDER BY item.id DESC`,
    [],
  )
  return new Map(rows.map(({ key, uid }) => [key, uid]))
}

/**
 * The skills of catalogue entries by key: the workspace's own, or the template's where the workspace no longer has
 * them.
 */
function skillRefs(store: Store): (keys: string[]) => LearningEntry['skills'] {
  const own = new Map(readSkills(store).map((skill) => [skill.key, skill]))
  const offered = new Map(planTemplate(store).skills.map(({ key, title }) => [key, title]))
  return (keys) =>
    keys.map((key) => {
      const skill = own.get(key)
      if (skill !== undefined) return { key, uid: skill.uid, title: skill.title }
      return { key, uid: null, title: offered.get(key) ?? key }
    })
}

/** What the first run shows before there is a plan. */
export function describePlan(store: Store) {
  const template = planTemplate(store)
  const { stages } = inVariants(template)
  return {
    head: template.head,
    stages: stages.map(({ key, number, title, purpose, share, milestones, gate }, index) => ({
      ...{ key, number, title, purpose, share },
      variants: (template.stages[index]?.variants ?? []).map(({ targets: _targets, ...variant }) => variant),
      milestones: milestones.length,
      requirements: gate.requirements.length,
    })),
    skills: template.skills.length,
  }
}

function findAvailability(store: Store, { availability }: { availability?: string | undefined }) {
  return planTemplate(store).availability?.find(({ key }) => key === availability) ?? null
}

/** Learning starters, each with the item made from it. */
export function listLearningStarters(store: Store): LearningEntry[] {
  const refs = skillRefs(store)
  const chosen = readChosen(store, 'learning')
  return planTemplate(store).learning.map((entry) => ({
    ...entry,
    skills: refs(entry.skills),
    availability: findAvailability(store, entry),
    chosenUid: chosen.get(entry.key) ?? null,
  }))
}

/** The certification catalogue, each entry with the item made from it. */
export function listCatalogueCertifications(store: Store): CertificationEntry[] {
  const refs = skillRefs(store)
  const chosen = readChosen(store, 'certification')
  return planTemplate(store).certifications.map((entry) => ({
    ...entry,
    skills: refs(entry.skills),
    availability: findAvailability(store, entry),
    chosenUid: chosen.get(entry.key) ?? null,
  }))
}

/** Metrics to start with, each with the metric made from it. */
export function listMetricStarters(store: Store): MetricEntry[] {
  const chosen = readChosen(store, 'metric')
  return planTemplate(store).metrics.map((entry) => ({ ...entry, chosenUid: chosen.get(entry.key) ?? null }))
}

/** A part of the template that is shown as it is. */
export function templatePart<Part extends 'initiatives' | 'people' | 'visibility' | 'roleShift'>(
  store: Store,
  part: Part,
): PlanTemplate[Part] {
  return planTemplate(store)[part]
}

/** The practices and questions of a skill; null where the template has none. */
export function skillPractice(store: Store, key: string): SkillPractice | null {
  const { practices, questions } = planTemplate(store).skills.find((skill) => skill.key === key) ?? {}
  return practices === undefined || questions === undefined ? null : { practices, questions }
}

/** SQL condition for items of each type that are still to be worked on. */
const OPEN_WHEN = {
  project: "status IN ('idea', 'active', 'paused')",
  learning: "status IN ('planned', 'inProgress')",
  certification: "status IN ('planned', 'preparing', 'booked')",
  initiative: "status IN ('idea', 'planned', 'running')",
  obstacle: "status IN ('open', 'easing')",
  milestone: 'done_day IS NULL',
} as const

/** Items that quick add can recognise besides skills and people, newest first. */
function readNamedItems(store: Store): CaptureVocabulary['items'] {
  const types = Object.keys(OPEN_WHEN) as (keyof typeof OPEN_WHEN)[]
  return types.flatMap((type) =>
    readRows<{ uid: string; title: LocalText; isOpen: number }>(
      store,
      `SELECT item.uid, item.title, ${OPEN_WHEN[type]} AS isOpen
         FROM ${type} CROSS JOIN item ON item.id = ${type}.id ORDER BY item.id DESC`,
      [],
      { title: LocalText },
    ).map(({ uid, title, isOpen }) => ({ uid, type, title, isOpen: isOpen === 1 })),
  )
}

/** Words, skills, people and other items that quick add recognises. */
export function captureVocabulary(store: Store): CaptureVocabulary {
  const people = readRows<CaptureVocabulary['people'][number]>(
    store,
    `SELECT item.uid, person.name, person.role, person.position, person.company
       FROM person CROSS JOIN item ON item.id = person.id ORDER BY person.id`,
    [],
  )
  const skills = readSkills(store)
    .filter(({ archived }) => archived === 0)
    .map(({ uid, key, title, aliases }) => ({
      uid,
      title,
      aliases,
      alsoCalled: [...(COMMON_SKILL_NAMES.get(key ?? '') ?? [])],
    }))
  return { words: quickAddWords(store), skills, people, items: readNamedItems(store) }
}
