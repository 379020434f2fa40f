import { expect, it } from 'vitest'
import { textsIn } from '#shared/locales/texts-in.ts'
import type { Language } from '#shared/model/common.ts'
import { type RequirementWords, requirementText } from './requirement-text.ts'

const asked: RequirementWords = {
  kind: 'evidence',
  subject: null,
  unit: null,
  evidenceKind: 'activity',
  activityKind: 'visibility',
  minScope: null,
  since: 'always',
  visibilityKinds: [],
  minOutside: null,
  outside: null,
  current: 1,
  target: 3,
}

const words = (more: Partial<RequirementWords>, language: Language) =>
  requirementText({ ...asked, ...more }, textsIn(language, ['requirement', 'vocabulary']), language)

it('says what counts, since when and how much of it outside', () => {
  const filters = { visibilityKinds: ['talk', 'post'], minOutside: 1, outside: 0 } satisfies Partial<RequirementWords>
  expect(words({ ...filters, since: 'plan' }, 'ru')).toEqual({
    title: '3 публикации или выступления, не меньше 1 вне компании, с начала плана',
    state: '1 из 3, вне компании 0 из 1',
  })
  expect(words({ ...filters, since: 'stage', target: 1 }, 'en')).toEqual({
    title: '1 post or talk, at least 1 outside the company, since the stage began',
    state: '1 of 1, outside the company 0 of 1',
  })
})

it('says of what counts whatever its day what it always said', () => {
  expect(words({}, 'ru').title).toBe('3 записи в журнале вида «Публичность»')
  expect(words({ evidenceKind: 'achievement', activityKind: null, minScope: 'project' }, 'en').title).toBe(
    '3 achievements of scope “Project” or wider',
  )
  expect(words({ kind: 'certification', since: 'stage' }, 'ru').title).toBe('3 полученных сертификата, с начала этапа')
})
