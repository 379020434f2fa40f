/** What the parent of a host sends, a line of JSON each. */
export interface HostRequest {
  id: number
  path: string
  headers: [string, string][]
  /** base64 of what is posted; null = a GET. */
  body: string | null
}

/** What a host says, a line of JSON each. */
export type HostAnswer =
  | { kind: 'opened' }
  /** It could not open the workspace, for a reason it can name. */
  | { kind: 'closed'; why: string; detail: string }
  | { kind: 'answer'; id: number; status: number; headers: [string, string][]; body: string }
  /** An error without words for the user. */
  | { kind: 'defect'; stack: string }
  | { kind: 'died'; stack: string }
