import { test as base, type Page } from '@playwright/test'
import { Guard } from './guard.ts'
import { Kurs, type Language } from './kurs.ts'
import { leave, settle } from './pages.ts'
import { WORDS, type Words } from './words.ts'

interface KursOptions {
  language: Language
  /** More options of the command line. */
  options: string[]
  /** Lines of ten invented years in the folder before the start; 0 = an empty folder. */
  generated: number
}

/** Every so-manieth generated line waits in the inbox. */
export const UNSORTED_OF = 7

interface KursFixtures {
  /** The app on a fresh folder, started. */
  kurs: Kurs
  /** Fails the test after its end when a page did what it must never do. */
  guard: Guard
  /** What stands on the screen in the language of the test. */
  words: Words
  /** Opens a page of the app, within the app where it is open already, and waits until it has settled. */
  open: (path: string, page?: Page) => Promise<void>
}

/** The tests of the product: each with an app of its own and a guarded browser. */
export const test = base.extend<KursOptions & KursFixtures>({
  language: ['en', { option: true }],
  options: [[], { option: true }],
  generated: [0, { option: true }],
  locale: async ({ language }, use) => use(language === 'ru' ? 'ru-RU' : 'en-GB'),
  actionTimeout: 15_000,
  contextOptions: async ({ contextOptions }, use) => use({ ...contextOptions, reducedMotion: 'reduce' }),
  words: async ({ language }, use) => use(WORDS[language]),
  kurs: async ({ language, options, generated }, use) => {
    const kurs = new Kurs()
    if (generated > 0) await kurs.generate(generated, language, UNSORTED_OF)
    await kurs.start(['--lang', language, ...options])
    await use(kurs)
    await kurs.stop()
    kurs.remove()
    test.expect(kurs.complaints).toEqual([])
  },
  guard: [
    async ({ context, kurs }, use) => {
      const guard = new Guard()
      await guard.watch(context, (url) => url.origin === kurs.origin)
      await use(guard)
      test.expect(guard.problems).toEqual([])
    },
    { auto: true },
  ],
  open: async ({ page, kurs }, use) =>
    use(async (path, target = page) => {
      if (target.url().startsWith(kurs.origin))
        return leave(target, path, () => target.evaluate((to) => history.pushState({}, '', to), path))
      await target.goto(kurs.origin + path)
      await expect(target).toHaveURL(kurs.origin + path)
      await settle(target)
    }),
})

export const expect = test.expect
