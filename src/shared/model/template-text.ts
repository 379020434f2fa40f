import { z } from 'zod'

/** Kebab-case, unique within a part of the template and never changed. */
export const Key = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const text = (limit: number) =>
  z.strictObject({ ru: z.string().trim().min(1).max(limit), en: z.string().trim().min(1).max(limit) })

/** A mark in a table: at most 30 characters per language. */
export const ShortName = text(30)
/** A line that becomes a title: at most 120 characters per language. */
export const Name = text(120)
/** One or two sentences: at most 400 characters per language. */
export const Sentence = text(400)
/** A paragraph: at most 1,200 characters per language. */
export const Paragraph = text(1200)
