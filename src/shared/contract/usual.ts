import type { z } from 'zod'
import { MODELS, type Model, viewOf } from '#shared/model/entities.ts'
import { crud } from './base.ts'

type UsualModel = Extract<Model, { procedures: string }>

type UsualProcedures = {
  [M in UsualModel as M['procedures']]: ReturnType<typeof crud<M['shape'], ReturnType<typeof viewOf<M['shape']>>>>
}

/** The procedures of every entity that needs no others than the five usual ones, under the name its model gives. */
export const usualProcedures = Object.fromEntries(
  MODELS.flatMap((model) =>
    model.procedures === null ? [] : [[model.procedures, crud(model.shape, viewOf<z.core.$ZodLooseShape>(model))]],
  ),
) as unknown as UsualProcedures
