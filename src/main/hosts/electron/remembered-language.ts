import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Language } from '#shared/model/common.ts'

/**
 * The language that was chosen, as the last run knew it, from Chromium's profile: what has to be said before the workspace is open, above all that
 * it cannot be opened, is said in the language of the person too.
 */
export function readRememberedLanguage(profile: string): Language | null {
  try {
    return Language.safeParse(readFileSync(join(profile, 'language'), 'utf8')).data ?? null
  } catch {
    return null
  }
}

/** A failure is not worth a word: the next run asks the system again. */
export function rememberLanguage(profile: string, language: Language): void {
  try {
    writeFileSync(join(profile, 'language'), language)
  } catch {
    // As above.
  }
}
