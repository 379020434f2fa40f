import type { Page } from '@playwright/test'

/**
 * What a person could not reach or read at the present size: a page that scrolls sideways, a control that lies outside of
 * the window even after scrolling to it or under something else, a button or heading whose words are cut off.
 */
export function findLost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.scrollingElement ?? document.documentElement
    const say = (what: string, element: Element) =>
      found.push(`${what}: ${element.outerHTML.slice(0, 140).replace(/class="[^"]*"/g, '')}`)
    if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)

    const isShown = (element: Element) => {
      const { visibility, clipPath, opacity } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      const hidden = element.closest('.skip-link, .visually-hidden, [aria-hidden="true"], [inert]')
      return (
        !hidden &&
        element.checkVisibility() &&
        visibility === 'visible' &&
        clipPath === 'none' &&
        opacity !== '0' &&
        width > 1 &&
        height > 1
      )
    }
    const stuck = (element: Element): Element | null => {
      for (let up = element.parentElement; up !== null; up = up.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(up)
        // Scrolled by the script alone: nobody else could.
        if ((overflowX === 'hidden' && up.scrollLeft !== 0) || (overflowY === 'hidden' && up.scrollTop !== 0)) return up
      }
      return null
    }
    const open = document.querySelector('[role="dialog"]') ?? document
    const controls = open.querySelectorAll('a[href], button, input, select, textarea, [role="button"], [role="radio"]')
    for (const control of [...controls].filter(isShown)) {
      // The label of a hidden radio or checkbox is what is pressed.
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, right, top, bottom } = control.getBoundingClientRect()
      if (left < -1 || right > innerWidth + 1 || bottom < 0 || top > innerHeight) say('outside of the window', control)
      else if (stuck(control) !== null) say('cannot be scrolled to', control)
      else {
        const above = document.elementFromPoint((left + right) / 2, Math.min(innerHeight - 1, (top + bottom) / 2))
        const isReached =
          above !== null && (control.contains(above) || above.contains(control) || above.closest('label') !== null)
        if (!isReached) say(`covered by ${above?.outerHTML.slice(0, 60)}`, control)
      }
      for (let up: Element | null = stuck(control); up !== null; up = stuck(control)) up.scrollTo(0, 0)
    }
    for (const words of [...open.querySelectorAll('button, h1, h2, h3, label, th, [role="tab"]')].filter(isShown)) {
      const { overflow, textOverflow } = getComputedStyle(words)
      if (overflow !== 'visible' && textOverflow !== 'ellipsis' && words.scrollWidth > words.clientWidth + 1)
        say('cut off', words)
      else if (overflow === 'visible' && words.getBoundingClientRect().right > innerWidth + 1)
        say('beyond the edge', words)
    }
    return found
  })
}
