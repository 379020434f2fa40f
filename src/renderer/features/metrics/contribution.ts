import { defineContribution } from '#renderer/fields/contribution.ts'

/** Metrics live within the gates of the plan. */
export const contribution = defineContribution({
  types: { metric: '/plan', metricPoint: '/plan' },
})
