import { z } from 'zod'
import journal from '#resources/demo/journal.json' with { type: 'json' }
import load from '#resources/demo/load.json' with { type: 'json' }
import story from '#resources/demo/story.json' with { type: 'json' }
import { DemoJournal, DemoStory, type DemoThread, DemoWeek } from './demo-format.ts'

/** The story of the demo, checked against its format. */
export function readDemoStory(): { story: DemoStory; threads: DemoThread[]; weeks: DemoWeek[] } {
  return { story: DemoStory.parse(story), threads: DemoJournal.parse(journal), weeks: z.array(DemoWeek).parse(load) }
}
