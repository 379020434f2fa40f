import { z } from 'zod'
import { PartChoice, WeekMinutes, WeekOutcome } from '#shared/model/load.ts'
import { HorizonYears } from '#shared/model/plan.ts'
import { ActivityKind, VisibilityKind, VisibleTo } from '#shared/model/vocabulary.ts'

/**
 * The story of the demo workspace: `resources/demo/story.json` (what the person has and decides), `journal.json` (the
 * activities) and `load.json` (weeks with a load entry). Days are counted from the first day of the plan, a Monday: so
 * the story knows the weekday of each day and can end on any day. Items refer to each other as `type:key`; for items of
 * the plan template, the key is the template's.
 */

/**
 * A day of the story: 0 = the first day of the plan. Past facts may lie before it, future dates after the story's end.
 */
const StoryDay = z.int().min(-1500).max(2500)

const Words = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) })
export type Words = z.infer<typeof Words>

const Ref = z.string().regex(/^[a-zA-Z]+:[a-z0-9-]+$/)
const Key = z.string().regex(/^[a-z0-9-]+$/)

const STORY_TYPES = ['person', 'project', 'learning', 'certification', 'achievement', 'initiative'] as const

/** Fields of the item's own model; texts in both languages, days as story days, links as refs. The model checks them. */
const Fields = z.record(z.string(), z.json())

const Add = z.strictObject({
  on: StoryDay,
  add: z.enum(STORY_TYPES),
  key: Key,
  fields: Fields,
  /** Values of a metric that a result must agree with: the story's test compares them. */
  series: z.strictObject({ metric: Key, from: StoryDay, to: StoryDay }).optional(),
})
const Change = z.strictObject({ on: StoryDay, change: Ref, fields: Fields })

export const DemoStory = z.strictObject({
  plan: z.strictObject({ horizonYears: HorizonYears, vision: Words, companyNote: Words }),
  /** Periods in which the person had no time for anything but work. */
  quiet: z.array(z.strictObject({ from: StoryDay, to: StoryDay })),
  events: z.array(z.union([Add, Change])),
  assessments: z.array(
    z.strictObject({ on: StoryDay, skill: Key, level: z.int(), note: Words, evidence: z.array(Ref) }),
  ),
  points: z.array(z.strictObject({ metric: Key, on: StoryDay, value: z.number(), note: Words.optional() })),
  milestones: z.array(z.strictObject({ on: StoryDay, milestone: Key, links: z.array(Ref), notes: Words.optional() })),
  gates: z.array(z.strictObject({ on: StoryDay, stage: Key, note: Words })),
  reviews: z.array(
    z.strictObject({
      /** Plan year, from 1. */
      year: z.int().min(1),
      on: StoryDay,
      answers: z.record(Key, Words),
      focus: z.array(Words),
    }),
  ),
})
export type DemoStory = z.infer<typeof DemoStory>

/** A load entry: `week` 0 is the first week of the plan; parts are given as the person chooses them. */
export const DemoWeek = z.strictObject({
  week: z.int().min(0),
  parts: z.tuple([PartChoice, PartChoice, PartChoice]),
  freed: WeekMinutes.optional(),
  outcome: WeekOutcome.optional(),
  notes: Words.optional(),
})
export type DemoWeek = z.infer<typeof DemoWeek>

const Entry = z.strictObject({
  /** `{count}` stands for the value of `count` below. */
  title: Words,
  notes: Words.optional(),
  minutes: z.int().min(5).max(600).optional(),
  /** Added to the links of the thread. */
  links: z.array(Ref).optional(),
  key: Key.optional(),
  /** Fixed day; entries without one are spread evenly between their neighbours. */
  on: StoryDay.optional(),
  /** A bare title, still in the inbox. */
  inbox: z.boolean().optional(),
  /** What kind of visibility it was and who could see it, for an entry of kind visibility. */
  visibilityKind: VisibilityKind.optional(),
  visibleTo: VisibleTo.optional(),
  /** How many pieces of work this entry stands for. */
  count: z.int().positive().optional(),
})
export type DemoEntry = z.infer<typeof Entry>

/** A series of activities: one course, one book, the talks with one person. */
export const DemoThread = z.strictObject({
  key: Key,
  kind: ActivityKind,
  from: StoryDay,
  to: StoryDay,
  /** Shortest and longest duration of an entry that does not name its own. */
  minutes: z.tuple([z.int(), z.int()]),
  links: z.array(Ref),
  tags: z.array(z.string()),
  /** Done in the person's own time: weekends too. */
  weekend: z.boolean().optional(),
  /** Continues in the quiet periods. */
  throughGaps: z.boolean().optional(),
  entries: z.array(Entry).min(1),
})
export type DemoThread = z.infer<typeof DemoThread>

export const DemoJournal = z.array(DemoThread)
