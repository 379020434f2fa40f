/** Oldest Node.js major the native SQLite binding and the language level of the code work with. */
export const NODE_MAJOR = 24

/** True where the app can run; `version` as in `process.versions.node`. An older Node crashes inside the SQLite binding. */
export function isNodeSupported(version: string): boolean {
  return Number.parseInt(version, 10) >= NODE_MAJOR
}
