import type { Random } from '#shared/domain/chance/random.ts'
import type { Language } from '#shared/model/common.ts'
import type { ActivityKind } from '#shared/model/vocabulary.ts'
import { type SyntheticWords, syntheticWords } from './synthetic-words.ts'

/** Invented texts, the same for the same stream of numbers. */
export interface TextMaker {
  title(kind: ActivityKind): string
  /** Notes of about this many bytes in UTF-8. */
  notes(bytes: number): string
  sentence(): string
  topic(): string
  tag(): string
}

function fill(pattern: string, words: SyntheticWords, random: Random): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (_place, name: string) => {
    if (name === 'n') return String(random.integer(2, 40))
    if (name === 'm') return String(random.integer(41, 9_999))
    return random.pick(words.lists[name] ?? [name])
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** Mean bytes of a character in UTF-8: Cyrillic letters take two, spaces and digits one. */
const BYTES_PER_CHARACTER: Record<Language, number> = { ru: 1.83, en: 1 }

/** Filling a pattern takes longer than storing its result, so notes are made of this many sentences that are filled once. */
const POOL = 4000

export function createTextMaker(language: Language, random: Random): TextMaker {
  const words = syntheticWords[language]
  const sentence = () => fill(random.pick(words.sentences), words, random)
  const pool = Array.from({ length: POOL }, sentence)
  const meanLength = pool.reduce((sum, { length }) => sum + length + 1, 0) / POOL
  const notes = (bytes: number) => {
    // On average the last sentence exceeds the wanted length by half of its own.
    const wanted = bytes / BYTES_PER_CHARACTER[language] - meanLength / 2
    let text = ''
    while (text.length < wanted) text += `${text === '' ? '' : random.chance(0.2) ? '\n\n' : ' '}${random.pick(pool)}`
    return text
  }
  return {
    title: (kind) => fill(random.pick(words.titles[kind]), words, random),
    notes,
    sentence: () => random.pick(pool),
    topic: () => random.pick(words.lists.topic ?? []),
    tag: () => random.pick(words.tags),
  }
}
