import { z } from 'zod'
import { metricPointShape } from '#shared/model/metric.ts'

const { day, value, note } = metricPointShape

/** The fields while a value is typed: the value may still be missing. */
export const PointFields = z
  .strictObject({ day, value: value.nullable(), note })
  .refine((point) => point.value !== null, { path: ['value'], message: 'number.invalid' })
