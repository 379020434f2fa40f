import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#main/store/engine/database.ts'
import { getItem, listItems } from '#main/store/engine/items.ts'
import { undo } from '#main/store/engine/undo.ts'
import { certificationEntity } from '#main/store/entities/certifications.ts'
import { learningEntity } from '#main/store/entities/learning.ts'
import { personEntity } from '#main/store/entities/people.ts'
import { skillEntity } from '#main/store/entities/skills.ts'
import { planTemplate } from '#main/store/facts/plan-template.ts'
import {
  CaptureVocabulary,
  CertificationEntry,
  LearningEntry,
  MetricEntry,
  SkillPractice,
} from '#shared/contract/catalogue.ts'
import { createKindScorer } from '#shared/domain/capture/kind-model.ts'
import { parseQuickAdd } from '#shared/domain/capture/quick-add.ts'
import type { CatalogueCertification } from '#shared/model/template.ts'
import { shippedModel } from '../../../../tests/fixtures/capture/shipped-kinds.ts'
import { add, openTemporaryStore, refusal } from '../../../../tests/fixtures/temporary-store.ts'
import {
  captureVocabulary,
  describePlan,
  listCatalogueCertifications,
  listLearningStarters,
  listMetricStarters,
  skillPractice,
} from './catalogue-store.ts'
import { chooseCertification, chooseLearning, chooseMetric, choosePerson } from './choose-store.ts'
import { renewalText } from './renewal-text.ts'

let store: Store
let close: () => void

beforeEach(() => {
  const opened = openTemporaryStore(Date.UTC(2026, 10, 23, 12))
  store = opened.store
  close = opened.close
})

afterEach(() => close())

const certificate = (key: string): CatalogueCertification => {
  const found = planTemplate(store).certifications.find((entry) => entry.key === key)
  if (found === undefined) throw new Error(key)
  return found
}

describe('the catalogue', () => {
  it('answers what the contract says', () => {
    for (const entry of listLearningStarters(store)) LearningEntry.parse(entry)
    for (const entry of listCatalogueCertifications(store)) CertificationEntry.parse(entry)
    for (const entry of listMetricStarters(store)) MetricEntry.parse(entry)
    CaptureVocabulary.parse(captureVocabulary(store))
    expect(describePlan(store)).toMatchObject({ skills: 28, stages: [{ number: 0 }, {}, {}, { number: 3 }] })
  })

  it('knows what to do for every skill of the template, and nothing for one of your own', () => {
    for (const { key } of planTemplate(store).skills) SkillPractice.parse(skillPractice(store, key))
    expect(skillPractice(store, 'juggling')).toBeNull()
  })

  it('says where a vendor sells, once it is known', () => {
    const entries = listCatalogueCertifications(store)
    const of = (key: string) => entries.find((entry) => entry.key === key)?.availability
    expect(of('azure-az-104')).toMatchObject({ sold: 'no', since: '2024-05', lastVerified: '2024-05-17' })
    expect(of('yandex-cloud-engineer-associate')).toMatchObject({ sold: 'yes' })
    expect(of('cka')).toBeNull()
  })

  it("names skills by the workspace's own titles, by the template's where they are gone", () => {
    const uid = add(store, skillEntity, { key: 'cloud', title: 'Моё облако' })
    const refs = listCatalogueCertifications(store).flatMap(({ skills }) => skills)
    expect(refs.find(({ key }) => key === 'cloud')).toEqual({ key: 'cloud', uid, title: 'Моё облако' })
    expect(refs.find(({ key }) => key === 'security')).toMatchObject({ uid: null, title: { en: expect.any(String) } })
  })
})

describe('choosing', () => {
  it('makes a planned learning item in the language of the user, linked to its skills', () => {
    const skill = add(store, skillEntity, { key: 'technology-strategy', title: 'Стратегия' })
    const starter = listLearningStarters(store).find(({ key }) => key === 'course-otus-cto')
    const { uid } = chooseLearning(store, { key: 'course-otus-cto', language: 'ru' })
    expect(getItem(store, learningEntity, uid)).toMatchObject({
      kind: 'course',
      title: 'CTO / Технический директор',
      provider: 'OTUS',
      status: 'planned',
      notes: starter?.why.ru,
      catalogueKey: 'course-otus-cto',
      links: [skill],
    })
    expect(listLearningStarters(store).find(({ key }) => key === 'course-otus-cto')?.chosenUid).toBe(uid)
  })

  it('takes what the person made of an entry first, once for each entry', () => {
    const own = { key: 'course-otus-cto', language: 'en' as const, fields: { title: 'CTO, my way', notes: '' } }
    const uid = '01939a3e-0000-7000-8000-000000000001'
    chooseLearning(store, { ...own, uid })
    expect(getItem(store, learningEntity, uid)).toMatchObject({
      ...own.fields,
      provider: 'OTUS',
      catalogueKey: own.key,
    })
    const changed = { ...own, uid, fields: { ...own.fields, notes: 'after a lost answer' } }
    expect(chooseLearning(store, changed).uid).toBe(uid)
    expect(getItem(store, learningEntity, uid).notes).toBe('after a lost answer')
    expect(refusal(() => chooseLearning(store, own))).toContain('already-exists')
    expect(listItems(store, learningEntity)).toHaveLength(1)
  })

  it('is refused the second time, and possible again once the item is gone', () => {
    const choose = () => chooseLearning(store, { key: 'course-otus-cto', language: 'en' })
    const { uid } = choose()
    expect(refusal(choose)).toBe(JSON.stringify(['REFUSED', { reason: 'already-exists', detail: uid }]))
    undo(store)
    choose()
    expect(listItems(store, learningEntity)).toHaveLength(1)
    expect(refusal(() => chooseLearning(store, { key: 'nothing', language: 'en' }))).toContain('NOT_FOUND')
  })

  it('works for every entry in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      for (const { key } of listLearningStarters(store)) chooseLearning(store, { key, language })
      for (const { key } of listCatalogueCertifications(store)) chooseCertification(store, { key, language })
      const count = planTemplate(store).learning.length + planTemplate(store).certifications.length
      for (let index = 0; index < count; index++) undo(store)
    }
    expect(listItems(store, certificationEntity)).toEqual([])
  })

  it('makes a planned certification with its rule in words', () => {
    const { uid } = chooseCertification(store, { key: 'pmp', language: 'ru' })
    const made = getItem(store, certificationEntity, uid)
    expect(made).toMatchObject({ issuer: 'PMI', status: 'planned', issueDay: null, catalogueKey: 'pmp' })
    expect(made.renewal).toContain('Действует 36\u00a0мес.')
    expect(made.renewal).toContain('Баллы: 60 PDU за 36\u00a0мес.')
    expect(made.renewal).toContain('- Обучение: не меньше 35')
    expect(made.renewal).toContain('- Вклад в профессию: не больше 25')
    expect(refusal(() => chooseCertification(store, { key: 'pmp', language: 'en' }))).toContain('already-exists')
  })

  it('makes a metric in both languages, once', () => {
    const { uid } = chooseMetric(store, { key: 'nps' })
    expect(listMetricStarters(store).find(({ key }) => key === 'nps')?.chosenUid).toBe(uid)
    expect(refusal(() => chooseMetric(store, { key: 'nps' }))).toContain('already-exists')
  })

  it('adds a person with the rhythm of the role, as often as there are such people', () => {
    const choose = (name: string) => choosePerson(store, { key: 'tech-lead-mentor', language: 'en', name }).uid
    const person = getItem(store, personEntity, choose('Ivan'))
    expect(person).toMatchObject({ name: 'Ivan', role: 'mentor', cadenceDays: expect.any(Number) })
    expect(person.notes).toContain('Tech-lead mentor')
    choose('Olga')
    expect(listItems(store, personEntity)).toHaveLength(2)
  })
})

describe('the renewal text', () => {
  it('says what never expires and nothing about its renewal', () => {
    expect(renewalText(certificate('azure-az-900'), 'en').split('\n')).toEqual([
      'Does not expire.',
      'Source: Microsoft Learn: Renew your Microsoft Certification; the text has no date. Before you pay, check with the issuer.',
    ])
  })

  it('sends to the issuer where the catalogue does not know', () => {
    const unknown = renewalText(certificate('yandex-cloud-devops-engineer'), 'ru')
    expect(unknown).toContain('Срок действия неизвестен')
    expect(unknown).toContain('Правила продления неизвестны')
  })

  it('names the source and its day, and the window of a free renewal', () => {
    const text = renewalText(certificate('azure-az-104'), 'en')
    expect(text).toContain('Renewal opens 180 days before expiry.')
    expect(text).toContain('Renewal is free.')
    expect(text).not.toContain('{{')
    expect(renewalText(certificate('cka'), 'en')).toContain('2024-03-01')
    expect(renewalText(certificate('psm-i'), 'en')).toContain('Not verified with the issuer')
  })
})

describe('the vocabulary of quick add', () => {
  it('lets the parser find the skills, people and kinds of this workspace', () => {
    const skill = add(store, skillEntity, {
      key: 'software-architecture',
      title: 'Архитектура',
      aliases: ['архитектура'],
    })
    add(store, skillEntity, { title: 'old', aliases: ['cobol'], archived: true })
    const person = add(store, personEntity, { name: 'Иван Петров' })
    const { words, skills, people } = captureVocabulary(store)
    const kinds = createKindScorer(shippedModel)
    const context = { today: '2026-11-23', weekStartsOn: 1 as const, words, kinds, skills, people }
    expect(parseQuickAdd('курс OTUS CTO 2ч вчера #архитектура @Иван #cobol', context)).toMatchObject({
      kind: 'study',
      minutes: 120,
      day: '2026-11-22',
      skillUids: [skill],
      people: [{ uid: person }],
      newTags: ['cobol'],
    })
  })

  it('finds a skill by what it is commonly called, unless another has that alias, and knows who people are', () => {
    const devops = add(store, skillEntity, { key: 'devops-delivery', title: 'DevOps', aliases: ['девопс'] })
    const own = add(store, skillEntity, { title: 'Containers', aliases: ['docker'] })
    add(store, personEntity, { name: 'Ольга', role: 'mentor', position: 'CTO', company: 'Acme' })
    const { words, skills, people } = captureVocabulary(store)
    expect(people).toMatchObject([{ name: 'Ольга', role: 'mentor', position: 'CTO', company: 'Acme' }])
    const context = { today: '2026-11-23', weekStartsOn: 1 as const, words, skills, people }
    const kinds = createKindScorer(shippedModel)
    expect(parseQuickAdd('лаба #k8s #docker', { ...context, kinds })).toMatchObject({
      skillUids: [devops, own],
      newTags: [],
    })
    expect(parseQuickAdd('созвон с @Ольгой 1ч', { ...context, kinds }).kind).toBe('mentoringReceived')
    expect(parseQuickAdd('созвон с @Ольгой 1ч', { ...context, kinds, people: [] }).kind).toBe('meeting')
  })
})
