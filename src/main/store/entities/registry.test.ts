import { getTableColumns } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { MODELS } from '#shared/model/entities.ts'
import { linkFields } from './entity.ts'
import { entities } from './registry.ts'

it('stands in the order of the declarations', () => {
  expect(Object.keys(entities)).toEqual(MODELS.map(({ type }) => type))
})

it.each(MODELS.map(({ type, shape }) => ({ type, shape })))('keeps every field of $type in one place', (model) => {
  const entity = entities[model.type]
  const refs = Object.entries(entity.refs)
  const columns = Object.entries(getTableColumns(entity.table))
    .filter(([, column]) => column.generated === undefined)
    .map(([name]) => refs.find(([, ref]) => ref.column === name)?.[0] ?? name)
  const elsewhere = [...linkFields(entity).map(([field]) => field), ...(entity.hasTags ? ['tags'] : [])]
  expect(['id', ...Object.keys(model.shape)].sort()).toEqual([...columns, ...elsewhere].sort())
})

it.each(Object.values(entities))('gives every field of links of $type a role of its own', (entity) => {
  const roles = linkFields(entity).map(([, { role }]) => role)
  expect(new Set(roles).size).toBe(roles.length)
})
