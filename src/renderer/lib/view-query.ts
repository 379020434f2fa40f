import { canonicalJson } from '#shared/domain/keeping/canonical-json.ts'
import { ViewQuery } from '#shared/model/saved-view.ts'

const CONDITIONS = Object.entries(ViewQuery.shape)

/** Kinds say the same in whatever order they were chosen. */
const inOrder = (name: string, text: string) => (name === 'kinds' ? text.split(',').sort().join(',') : text)

/** What an address shows of a list, as it is kept: conditions that say nothing, or that no list has, are left out. */
export function readViewQuery(search: object): ViewQuery {
  const given: Record<string, unknown> = { ...search }
  const read = CONDITIONS.flatMap(([name, condition]) => {
    const { data = '' } = condition.safeParse(given[name])
    return data.trim() === '' ? [] : [[name, inOrder(name, data)]]
  })
  return Object.fromEntries(read) as ViewQuery
}

/** Whether two addresses show the same of a list. */
export const isSameView = (one: object, other: object): boolean =>
  canonicalJson(readViewQuery(one)) === canonicalJson(readViewQuery(other))

/** Nothing is filtered and nothing sorted. */
export const isPlainView = (search: object): boolean => Object.keys(readViewQuery(search)).length === 0
