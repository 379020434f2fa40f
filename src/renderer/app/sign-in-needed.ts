import { host as english } from '#shared/locales/en/host.ts'
import { host as russian } from '#shared/locales/ru/host.ts'

/** Explains how to sign in, in both languages because no setting can be read yet. Replaces the content of `root`. */
export function showSignInNeeded(page: Window, root: HTMLElement): void {
  const { document } = page
  const sections = (
    [
      ['ru', russian],
      ['en', english],
    ] as const
  ).map(([language, texts]) => {
    const section = document.createElement('section')
    section.lang = language
    const heading = document.createElement('h1')
    heading.textContent = texts.signInTitle
    const text = document.createElement('p')
    text.textContent = texts.signInText
    section.append(heading, text)
    return section
  })
  const main = document.createElement('main')
  main.style.cssText = 'max-width:34rem;margin:15vh auto;padding:0 1.5rem;font:1rem/1.6 system-ui,sans-serif'
  main.append(...sections)
  root.replaceChildren(main)
  // A new address pasted into this tab may change only the fragment, which does not reload the page by itself.
  page.addEventListener('hashchange', () => page.location.reload())
}
