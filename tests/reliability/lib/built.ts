/** The name under which the test files learn what was built for all of them (`Built` as JSON). */
export const BUILT = 'KURS_RELIABILITY_BUILT'

export interface Built {
  child: { file: string; host: string; browser: string }
  /** Path of each tool that could be built. */
  tools: Record<string, string>
}

/** What was built for all files of this run; null in one that builds it. */
export function findBuilt(): Built | null {
  const said = process.env[BUILT]
  return said === undefined ? null : (JSON.parse(said) as Built)
}
