import { expect, it } from 'vitest'
import { entryKind } from './entry-kind.ts'

it.each([
  ['practice/cloud/evening', 'practice'],
  ['learning/book-ddia', 'study'],
  ['certification/x', 'certification'],
  ['activity/mentoringReceived/0199', 'mentoringReceived'],
  ['activity/nonsense/0199', null],
  ['project/0199', null],
  [null, null],
])('%s is an entry of kind %s', (suggestedBy, kind) => expect(entryKind(suggestedBy)).toBe(kind))
