import type { z } from 'zod'
import { MODELS, type Model, viewOf } from '#shared/model/entities.ts'
import { bulk, crud } from './base.ts'

type UsualModel = Extract<Model, { procedures: string }>

type Crud<M extends UsualModel> = ReturnType<typeof crud<M['shape'], ReturnType<typeof viewOf<M['shape']>>>>
type Bulk<M extends UsualModel> = ReturnType<typeof bulk<M['shape']>>

type UsualProcedures = {
  [M in UsualModel as M['procedures']]: M['csv'] extends string ? Crud<M> & Bulk<M> : Crud<M>
}

/**
 * The procedures of every entity that needs only the usual ones, under the name in its model. Entities with a list of
 * their own also have the bulk procedures.
 */
export const usualProcedures = Object.fromEntries(
  MODELS.flatMap((model) => {
    if (model.procedures === null) return []
    const usual = crud(model.shape, viewOf<z.core.$ZodLooseShape>(model))
    const many = model.csv === null ? {} : bulk<z.core.$ZodLooseShape>(model.shape)
    return [[model.procedures, { ...usual, ...many }]]
  }),
) as unknown as UsualProcedures
