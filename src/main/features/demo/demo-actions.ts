import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoStory, DemoWeek } from './demo-format.ts'
import type { DemoActivity } from './demo-threads.ts'

type Of<List extends readonly unknown[]> = List[number]

/** One thing the person did in the app. */
export type DemoAction =
  | { kind: 'event'; event: Of<DemoStory['events']> }
  | { kind: 'activity'; activity: DemoActivity }
  | { kind: 'point'; point: Of<DemoStory['points']> }
  | { kind: 'assessment'; assessment: Of<DemoStory['assessments']> }
  | { kind: 'milestone'; milestone: Of<DemoStory['milestones']> }
  | { kind: 'gate'; gate: Of<DemoStory['gates']> }
  | { kind: 'load'; looked: DemoWeek }
  | { kind: 'review'; review: Of<DemoStory['reviews']> }

export interface DatedAction {
  /** Story day on which it was done. */
  on: number
  action: DemoAction
}

/** Order of actions within a day: an item comes before the actions that refer to it. */
const RANK: DemoAction['kind'][] = ['event', 'activity', 'point', 'assessment', 'milestone', 'gate', 'load', 'review']

/** An achievement refers to activities of the same day; every other new item is referred to by them. */
function rank(action: DemoAction): number {
  const isAchievement = action.kind === 'event' && 'add' in action.event && action.event.add === 'achievement'
  return isAchievement ? 2.5 : RANK.indexOf(action.kind)
}

/** Weekday of the weekly check-in: Friday. */
const CHECK_IN = 4

interface Told {
  story: DemoStory
  weeks: DemoWeek[]
}

/** Everything that happens in the story up to today, in the order in which it was done. */
export function orderActions(
  { story, weeks }: Told,
  activities: DemoActivity[],
  calendar: DemoCalendar,
): DatedAction[] {
  const dated = (on: number, action: DemoAction): DatedAction => ({ on: calendar.workday(Math.max(on, 0)), action })
  const actions = [
    ...story.events.map((event) => dated(event.on, { kind: 'event', event })),
    ...activities.map((activity) => ({ on: activity.on, action: { kind: 'activity', activity } as const })),
    ...story.points.map((point) => dated(point.on, { kind: 'point', point })),
    ...story.assessments.map((assessment) => dated(assessment.on, { kind: 'assessment', assessment })),
    ...story.milestones.map((milestone) => dated(milestone.on, { kind: 'milestone', milestone })),
    ...story.gates.map((gate) => dated(gate.on, { kind: 'gate', gate })),
    ...weeks.map((looked) => dated(looked.week * 7 + CHECK_IN, { kind: 'load', looked })),
    ...story.reviews.map((review) => dated(review.on, { kind: 'review', review })),
  ]
  return actions
    .filter(({ on }) => on <= calendar.today)
    .sort((one, other) => one.on - other.on || rank(one.action) - rank(other.action))
}
