import type { LocalText } from '#shared/model/common.ts'

interface WithSkills {
  skills: { key: string; title: LocalText }[]
}

/** Every skill named by entries of a catalogue, once, sorted by title. */
export function skillOptions(
  entries: WithSkills[],
  inWords: (title: LocalText) => string,
): { value: string; label: string }[] {
  const titles = new Map(
    entries.flatMap(({ skills }) => skills.map(({ key, title }) => [key, inWords(title)] as const)),
  )
  return [...titles].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}
