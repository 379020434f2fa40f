import { z } from 'zod'
import { metricPointShape } from '#shared/model/metric.ts'

const { day, value, note } = metricPointShape

/** What is typed of a value: it is not there until it is typed. */
export const PointFields = z
  .strictObject({ day, value: value.nullable(), note })
  .refine((point) => point.value !== null, { path: ['value'], message: 'number.invalid' })
