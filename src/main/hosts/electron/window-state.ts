import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'

/** Size and place of the window, in the screen's points. Without a place the system chooses one. */
export interface WindowState {
  x?: number | undefined
  y?: number | undefined
  width: number
  height: number
  maximized: boolean
}

export const SMALLEST = { width: 800, height: 560 }

const USUAL: WindowState = { width: 1280, height: 860, maximized: false }

const Stored = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(SMALLEST.width).max(20_000),
  height: z.int().min(SMALLEST.height).max(20_000),
  maximized: z.boolean(),
})

/** Part of the window, in points, that must be on a screen for the remembered place to be used. */
const VISIBLE = 100

/** The remembered state, where it can be read and still fits one of the screens; the usual one otherwise. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  const stored = Stored.safeParse(readJson(file))
  if (!stored.success) return USUAL
  const { x, y, width, height, maximized } = stored.data
  const isVisible =
    x !== undefined &&
    y !== undefined &&
    screens.some(
      (screen) =>
        Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= VISIBLE &&
        Math.min(y + height, screen.y + screen.height) - Math.max(y, screen.y) >= VISIBLE,
    )
  return isVisible ? stored.data : { width, height, maximized }
}

/** Stores the state; a failure is not reported to the user. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // The window opens at its usual place next time.
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
