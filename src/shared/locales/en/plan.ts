/** Plan page: timeline, stages with their gates and milestones. */
export const plan = {
  span: {
    years_one: '{{count}} year',
    years_other: '{{count}} years',
    months_one: '{{count}} month',
    months_other: '{{count}} months',
  },
} as const
