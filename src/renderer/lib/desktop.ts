import { DESKTOP_API, type DesktopApi } from '#shared/contract/desktop.ts'

/** The API of the desktop window; undefined in a browser. */
export function desktopApi(): DesktopApi | undefined {
  return (window as { [DESKTOP_API]?: DesktopApi })[DESKTOP_API]
}
