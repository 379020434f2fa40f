import { writeMarkdown } from '#shared/documents/markdown.ts'
import { achievementEntry } from '#shared/documents/review/achievements.ts'
import { createReviewPen, type ReviewPen } from '#shared/documents/review/review.ts'
import { textsIn } from '#shared/locales/texts-in.ts'
import type { Language } from '#shared/model/common.ts'
import type { ItemView } from '#shared/model/entities.ts'

type Achievement = ItemView<'achievement'>

/**
 * The names of what an achievement is linked to: skills, and all else. A line and no list, which Markdown would read as
 * the end of a list of the person's own before it.
 */
function linked({ links, refs }: Achievement, pen: ReviewPen): string | null {
  const t = textsIn(pen.language, 'achievements')
  const named = refs.filter(({ uid }) => links.includes(uid))
  const parts = (['skills', 'links'] as const).flatMap((part) => {
    const own = named.filter(({ type }) => (type === 'skill') === (part === 'skills'))
    return own.length === 0 ? [] : [`${t(`copy.${part}`)}: ${own.map(({ title }) => pen.text(title)).join(', ')}`]
  })
  return parts.length === 0 ? null : parts.join(' · ')
}

/** As in the review: by day, those of one day as they were made. */
const inOrder = (items: readonly Achievement[]) =>
  items.toSorted((one, other) => (one.day + one.uid < other.day + other.uid ? -1 : 1))

/**
 * Achievements to be pasted elsewhere, in the words of the yearly review. Marks of the role shift, tags, files and the
 * journal are private and left out; linked items are given by name only.
 */
export function achievementsMarkdown(items: readonly Achievement[], language: Language): string {
  const pen = createReviewPen(language)
  const blocks = inOrder(items).map((item) => ({ ...achievementEntry(item, pen), note: linked(item, pen) }))
  return writeMarkdown({ language, foot: '', blocks })
}
