import { z } from 'zod'

/** Long work on the workspace's files; one at a time. */
export const JobKind = z.enum(['backup', 'restore', 'check', 'import'])
export type JobKind = z.infer<typeof JobKind>

/** Progress of the present job, in steps of its own; `total` is 0 while it is unknown. */
export const JobProgress = z.strictObject({ kind: JobKind, done: z.int().min(0), total: z.int().min(0) })
export type JobProgress = z.infer<typeof JobProgress>
