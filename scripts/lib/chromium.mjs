import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installPackages } from './debian.mjs'
import { runTool } from './run.mjs'

/** Switches for a Chromium that runs in containers and makes no network connections on its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

// Playwright itself uses the headless shell when there is no window: the same engine at three quarters of the cost of
// the whole browser.
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const MINUTE = 60_000

/**
 * Existing browsers in order of preference: the one named in `KURS_CHROMIUM`, Playwright's own (undefined), the
 * system's.
 */
export function listBrowsers() {
  const asked = process.env.KURS_CHROMIUM
  if (asked) return [asked]
  const own = existsSync(chromium.executablePath()) ? [undefined] : []
  return [...own, ...SYSTEM_BROWSERS.filter((path) => existsSync(path))]
}

/** @param {string | undefined} executablePath undefined for Playwright's own */
export const toLaunchOptions = (executablePath) => ({
  args: CHROMIUM_FLAGS,
  ...(executablePath === undefined ? {} : { executablePath }),
})

/** @param {string | undefined} executablePath */
async function canLaunch(executablePath) {
  try {
    const browser = await chromium.launch({ ...toLaunchOptions(executablePath), timeout: MINUTE })
    await browser.close()
    return true
  } catch {
    return false
  }
}

/** The first existing browser that really starts: an executable may lack its libraries or be only a snap stub. */
async function findWorkingBrowser() {
  for (const path of listBrowsers()) if (await canLaunch(path)) return { path }
  return undefined
}

/**
 * Finds a Chromium for the end-to-end tests, or fetches one: Playwright's download first, Debian's packages after that.
 *
 * @returns {Promise<{ path: string | undefined } | undefined>} a path of undefined is Playwright's own
 */
export async function ensureChromium() {
  const found = await findWorkingBrowser()
  if (found || process.env.KURS_CHROMIUM) return found
  console.log('No Chromium found: asking Playwright for one...')
  await runTool('playwright', ['install', 'chromium'], { stall: MINUTE, limit: 15 * MINUTE })
  const downloaded = await findWorkingBrowser()
  if (downloaded) return downloaded
  console.log("Playwright's Chromium is not to be had: trying the system's package...")
  await installPackages(['chromium-headless-shell'])
  const installed = await findWorkingBrowser()
  if (installed) return installed
  await installPackages(['chromium'])
  return findWorkingBrowser()
}
