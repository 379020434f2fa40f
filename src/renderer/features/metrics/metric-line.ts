import type { Client } from '#renderer/lib/api.ts'

/** A metric as returned by `metrics.list`. */
export type MetricLine = Awaited<ReturnType<Client['metrics']['list']>>[number]
