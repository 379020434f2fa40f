import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Language } from '#shared/model/common.ts'

/**
 * The language chosen when the app last ran, stored in Chromium's profile. It is used for messages before the workspace
 * is open, above all for the message that it cannot be opened.
 */
export function readRememberedLanguage(profile: string): Language | null {
  try {
    return Language.safeParse(readFileSync(join(profile, 'language'), 'utf8')).data ?? null
  } catch {
    return null
  }
}

/** Stores the language. A failure is not reported: the next run uses the system's language. */
export function rememberLanguage(profile: string, language: Language): void {
  try {
    writeFileSync(join(profile, 'language'), language)
  } catch {
    // Not reported, as said above.
  }
}
