import type { Client } from '#renderer/lib/api.ts'

/** A metric as the list of metrics answers it. */
export type MetricLine = Awaited<ReturnType<Client['metrics']['list']>>[number]
