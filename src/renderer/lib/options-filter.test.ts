import { expect, it } from 'vitest'
import { filterOptions } from './options-filter.ts'

const option = (label: string) => ({ value: label, label })

it('narrows options and groups by every word, whatever the spelling', () => {
  const options = [
    option('Чистая архитектура'),
    { group: 'Облака', items: [option('Расчёт стои\u00adмости'), option('ﬁnance')] },
    option('Другое'),
  ]
  const search = (text: string) => filterOptions({ options, search: text, limit: 10 })
  expect(search('архи чист')).toEqual([options[0], { group: 'Облака', items: [] }])
  expect(search('расчет стоимости')).toEqual([{ group: 'Облака', items: [option('Расчёт стои\u00adмости')] }])
  expect(search('FIN')).toEqual([{ group: 'Облака', items: [option('ﬁnance')] }])
  expect(search('')).toEqual(options)
  expect(filterOptions({ options, search: '', limit: 1 })).toEqual([options[0]])
})
