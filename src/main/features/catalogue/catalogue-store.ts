import { prepared, type Store } from '#main/store/database.ts'
import { planTemplate } from '#main/store/plan-template.ts'
import type { CaptureVocabulary, CertificationEntry, LearningEntry, MetricEntry } from '#shared/contract/catalogue.ts'
import type { LocalText } from '#shared/model/common.ts'
import type { PlanTemplate } from '#shared/model/template.ts'

interface SkillRow {
  uid: string
  key: string | null
  title: string
  aliases: string
  archived: number
}

function readSkills(store: Store): SkillRow[] {
  return prepared(store, 'catalogue.skills', () =>
    store.sqlite.prepare<[], SkillRow>(
      `SELECT item.uid, skill.key, item.title, skill.aliases, skill.archived
       FROM skill JOIN item ON item.id = skill.id ORDER BY skill.position, skill.id`,
    ),
  ).all()
}

/** Uids of the items made from catalogue entries, by key. */
function readChosen(store: Store, table: 'learning' | 'certification' | 'metric'): Map<string, string> {
  const key = table === 'metric' ? 'key' : 'catalogue_key'
  const rows = prepared(store, `catalogue.chosen-${table}`, () =>
    store.sqlite.prepare<[], { key: string; uid: string }>(
      `SELECT ${key} AS key, item.uid FROM ${table} JOIN item ON item.id = ${table}.id
       WHERE ${key} IS NOT NULL ORDER BY item.id DESC`,
    ),
  ).all()
  return new Map(rows.map(({ key, uid }) => [key, uid]))
}

/** The skills of catalogue entries: the workspace's own, by key, or the template's where they are gone. */
function skillRefs(store: Store): (keys: string[]) => LearningEntry['skills'] {
  const own = new Map(readSkills(store).map((skill) => [skill.key, skill]))
  const offered = new Map(planTemplate(store).skills.map(({ key, title }) => [key, title]))
  return (keys) =>
    keys.map((key) => {
      const skill = own.get(key)
      if (skill !== undefined) return { key, uid: skill.uid, title: JSON.parse(skill.title) as LocalText }
      return { key, uid: null, title: offered.get(key) ?? key }
    })
}

/** What the first run shows before there is a plan. */
export function describePlan(store: Store) {
  const { head, stages, skills } = planTemplate(store)
  return {
    head,
    stages: stages.map(({ key, number, title, purpose, share, milestones, gate }) => ({
      key,
      number,
      title,
      purpose,
      share,
      milestones: milestones.length,
      requirements: gate.requirements.length,
    })),
    skills: skills.length,
  }
}

/** Learning starters, each with the item made from it. */
export function listLearningStarters(store: Store): LearningEntry[] {
  const refs = skillRefs(store)
  const chosen = readChosen(store, 'learning')
  return planTemplate(store).learning.map((entry) => ({
    ...entry,
    skills: refs(entry.skills),
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
    chosenUid: chosen.get(entry.key) ?? null,
  }))
}

/** Metrics to start with, each with the metric made from it. */
export function listMetricStarters(store: Store): MetricEntry[] {
  const chosen = readChosen(store, 'metric')
  return planTemplate(store).metrics.map((entry) => ({ ...entry, chosenUid: chosen.get(entry.key) ?? null }))
}

/** A part of the template that is shown as it is. */
export function templatePart<Part extends 'people' | 'visibility' | 'roleShift' | 'reviewPrompts'>(
  store: Store,
  part: Part,
): PlanTemplate[Part] {
  return planTemplate(store)[part]
}

/** Words, skills and people that quick add recognises. */
export function captureVocabulary(store: Store): CaptureVocabulary {
  const people = prepared(store, 'catalogue.people', () =>
    store.sqlite.prepare<[], { uid: string; name: string }>(
      'SELECT item.uid, person.name FROM person JOIN item ON item.id = person.id ORDER BY person.id',
    ),
  ).all()
  const skills = readSkills(store)
    .filter(({ archived }) => archived === 0)
    .map(({ uid, title, aliases }) => ({
      uid,
      title: JSON.parse(title) as LocalText,
      aliases: JSON.parse(aliases) as string[],
    }))
  return { words: planTemplate(store).quickAdd, skills, people }
}
