import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

// The engine that @axe-core/playwright brings. Its builder loads the engine anew for every look, which takes longer than
// the look itself; here a page loads it once.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const ENGINE = readFileSync(fromBuilder.resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(
    context: object,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>
}

const WCAG = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }

/** The rules that look at colours; all others say the same in light and in dark. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe finds on the page as it stands: the rule, where, and why. */
async function look(page: Page, runOnly: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(ENGINE)
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, options)
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 4)
          .map((node) => `${id}: ${node.target.join(' ')} | ${node.failureSummary.split('\n')[1]?.trim()}`),
      )
    },
    { runOnly, resultTypes: ['violations'] },
  )
}

/** Violations in light and in dark: the very same page, only its colours are exchanged. */
export async function findViolations(page: Page, where: string): Promise<string[]> {
  const light = await look(page, WCAG)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await look(page, COLOURS)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light.map((found) => `${where}, light: ${found}`), ...dark.map((found) => `${where}, dark: ${found}`)]
}
