/** Plan page: timeline, stages with their gates and milestones. */
export const plan = {
  span: {
    years_one: '{{count}} год',
    years_few: '{{count}} года',
    years_many: '{{count}} лет',
    years_other: '{{count}} года',
    months_one: '{{count}} месяц',
    months_few: '{{count}} месяца',
    months_many: '{{count}} месяцев',
    months_other: '{{count}} месяца',
  },
} as const
