/**
 * Assumed durations, used if nothing else is known. They are not measured, only rough figures for comparing steps with
 * each other, described in docs/next-steps.md; hours the person has planned take precedence.
 */

/**
 * Hours from each skill level 0-4 to the next, alongside a job: each level takes about twice as long as the one before.
 */
export const LEVEL_HOURS = [20, 40, 80, 160, 320] as const

/** Hours of a whole learning item, by its kind. */
export const LEARNING_HOURS = { course: 40, degree: 400, book: 12, caseStudy: 2, article: 1, workshop: 8 } as const

/** Hours of a project from beginning to end. */
export const PROJECT_HOURS = 40

/** Hours to prepare for an exam and sit it. */
export const CERTIFICATE_HOURS = 60

/** Hours to a milestone. */
export const MILESTONE_HOURS = 8

/** Minutes of one journal entry that counts for a gate, by its kind; 60 for any other. */
export const ENTRY_MINUTES: { readonly [kind: string]: number } = { visibility: 180, reflection: 30 }
export const USUAL_ENTRY_MINUTES = 60

/** Minutes to assess a skill. */
export const RATING_MINUTES = 5

/** Minutes of the three practices of a skill; the month is four weeks of one and a half evenings. */
export const PRACTICE_MINUTES = { short: 30, evening: 180, month: 1080 } as const
