import type { Block } from '#shared/documents/block.ts'
import { writeMarkdown } from '#shared/documents/markdown.ts'
import { achievementEntry } from '#shared/documents/review/achievements.ts'
import { createReviewPen, type ReviewPen } from '#shared/documents/review/review.ts'
import { textsIn } from '#shared/locales/texts-in.ts'
import type { Language } from '#shared/model/common.ts'
import type { ItemView } from '#shared/model/entities.ts'

type Achievement = ItemView<'achievement'>

/** The names of what an achievement is linked to: skills, and all else. */
function linked({ links, refs }: Achievement, pen: ReviewPen): Block[] {
  const t = textsIn(pen.language, 'achievements')
  const named = refs.filter(({ uid }) => links.includes(uid))
  const pairs = (['skills', 'links'] as const).flatMap((part) => {
    const own = named.filter(({ type }) => (type === 'skill') === (part === 'skills'))
    return own.length === 0
      ? []
      : [{ name: t(`copy.${part}`), value: own.map(({ title }) => pen.text(title)).join(', ') }]
  })
  return pairs.length === 0 ? [] : [{ kind: 'figures', figures: pairs }]
}

/**
 * Achievements to be pasted elsewhere, in the words of the yearly review. Marks of the role shift, tags, files and the
 * journal are one's own and not part of it, and of what is linked there is the name alone.
 */
export function achievementsMarkdown(items: readonly Achievement[], language: Language): string {
  const pen = createReviewPen(language)
  const blocks = items.flatMap((item) => [achievementEntry(item, pen), ...linked(item, pen)])
  return writeMarkdown({ language, foot: '', blocks })
}
