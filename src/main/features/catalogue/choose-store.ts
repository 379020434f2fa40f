import { create, type Saved } from '#main/store/engine/creation.ts'
import type { Store } from '#main/store/engine/database.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import type { Entity, Patch } from '#main/store/entities/entity.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { metricEntity } from '#main/store/entities/metrics.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { metricFields, planTemplate } from '#main/store/facts/plan-template.ts'
import type { LearningEntry } from '#shared/contract/catalogue.ts'
import type { Language } from '#shared/model/common.ts'
import { Failure, refuse } from '#shared/model/failure.ts'
import type { LearningFields } from '#shared/model/learning.ts'
import { listCatalogueCertifications, listLearningStarters, listMetricStarters } from './catalogue-store.ts'
import { prerequisitesText, renewalText } from './renewal-text.ts'

interface Choice {
  uid?: string | undefined
  key: string
  language: Language
}

interface Choosing<F extends object> {
  uid: string | undefined
  asked: Patch<F>
  isOwn?: boolean
  makeFields: () => Patch<F>
}

function findEntry<Entry extends { key: string }>(entries: readonly Entry[], key: string): Entry {
  const entry = entries.find((one) => one.key === key)
  if (entry === undefined) throw new Failure('NOT_FOUND', { uid: key })
  return entry
}

/** An entry that was not chosen before; throws NOT_FOUND, or REFUSED `already-exists` with the uid of its item. */
function findFree<Entry extends { key: string; chosenUid: string | null }>(
  entries: readonly Entry[],
  key: string,
): Entry {
  const entry = findEntry(entries, key)
  if (entry.chosenUid !== null) refuse('already-exists', entry.chosenUid)
  return entry
}

const linksTo = (skills: LearningEntry['skills']): string[] => skills.flatMap(({ uid }) => uid ?? [])

/**
 * Looks an entry up and makes an item of it in the same transaction, so that no entry is chosen twice. `asked` holds
 * the fields that say what was chosen. The same uid with other fields is refused (`uid-taken`), except where the person
 * has edited the entry (`isOwn`): then it is a change.
 */
function choose<F extends object>(
  store: Store,
  entity: Entity<F>,
  { uid, asked, isOwn = false, makeFields }: Choosing<F>,
): Saved {
  return create(store, {
    entity,
    label: `${entity.type}.choose`,
    uid,
    asked,
    insert: (w) => w.insert(entity, makeFields(), uid),
    repeat: (w, same, patch) => {
      if (!isOwn && Object.keys(patch).length > 0) refuse('uid-taken')
      w.update(entity, same, patch)
    },
  })
}

/**
 * Makes a planned learning item from a starter, in the user's language or with the fields the person has edited first.
 */
export function chooseLearning(
  store: Store,
  { uid, key, language, fields }: Choice & { fields?: Patch<LearningFields> | undefined },
): Saved {
  const makeFields = () => {
    const { kind, title, by, why, hours, skills } = findFree(listLearningStarters(store), key)
    return {
      kind,
      title: title[language],
      provider: by[language],
      notes: why[language],
      plannedHours: hours,
      links: linksTo(skills),
      ...fields,
      catalogueKey: key,
    }
  }
  const asked = { ...fields, catalogueKey: key }
  return choose(store, learningEntity, { uid, asked, isOwn: fields !== undefined, makeFields })
}

/** Makes a planned certification from a catalogue entry, with its renewal rule in the user's language. */
export function chooseCertification(store: Store, { uid, key, language }: Choice): Saved {
  const makeFields = () => {
    const entry = findFree(listCatalogueCertifications(store), key)
    return {
      title: entry.code === null ? entry.title : `${entry.title} (${entry.code})`,
      issuer: entry.issuer,
      renewal: renewalText(entry, language),
      notes: prerequisitesText(entry, language),
      catalogueKey: key,
      links: linksTo(entry.skills),
    }
  }
  return choose(store, certificationEntity, { uid, asked: { catalogueKey: key }, makeFields })
}

/** Makes a metric from a starter; its texts keep both languages. */
export function chooseMetric(store: Store, { uid, key }: Omit<Choice, 'language'>): Saved {
  const makeFields = () => metricFields(findFree(listMetricStarters(store), key))
  return choose(store, metricEntity, { uid, asked: { key }, makeFields })
}

/**
 * Adds a person found for one of the template's roles, with the role's cadence, and with why and how to ask in the
 * notes.
 */
export function choosePerson(store: Store, { uid, key, language, name }: Choice & { name: string }): Saved {
  const { role, cadenceDays, title, why, howToAsk } = findEntry(planTemplate(store).people, key)
  const notes = `**${title[language]}.** ${why[language]}\n\n${howToAsk[language]}`
  const fields = { name, role, cadenceDays, notes }
  return create(store, {
    entity: personEntity,
    label: 'person.choose',
    uid,
    asked: fields,
    insert: (w) => w.insert(personEntity, fields, uid),
  })
}
