import type { BrowserContext, Page } from '@playwright/test'

/** Set by payloads that were run, which must never happen. */
export const CANARY = '__kursCanary'

/**
 * Watches every page of a context: a request to anywhere but the app, an error in the console, an exception, a dialog, a
 * download that was not asked for or a run payload is a problem.
 */
export class Guard {
  readonly problems: string[] = []
  readonly #allowed: RegExp[] = []

  /** Lets a known consequence of what the test does on purpose pass. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  async watch(context: BrowserContext, isOwn: (url: URL) => boolean): Promise<void> {
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (!['data:', 'blob:', 'about:'].includes(url.protocol) && !isOwn(url)) this.#note(`request: ${url}`)
    })
    context.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error) => this.#note(`exception: ${error.error().stack ?? error.error().message}`))
    context.on('dialog', (dialog) => {
      this.#note(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    await context.exposeBinding(CANARY, (_source, what: unknown) => this.#note(`payload run: ${what}`))
    for (const page of context.pages()) this.#watchPage(page)
    context.on('page', (page) => this.#watchPage(page))
  }

  #watchPage(page: Page): void {
    page.on('popup', (popup) => this.#note(`popup: ${popup.url()}`))
    page.on('crash', () => this.#note('the page crashed'))
  }

  #note(problem: string): void {
    if (!this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem)
  }
}
