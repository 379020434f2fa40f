export const learning = {
  title: 'Learning',
  new: 'New learning item',
  empty: {
    title: 'Courses, books and cases go here',
    text: 'Add what you study now, or choose from the catalogue that comes with the plan. What is done counts as evidence for skills and gates.',
  },
  column: { provider: 'From' },
  field: {
    kind: 'Kind',
    title: 'Title',
    provider: 'School, publisher or author',
    url: 'Address',
    status: 'Status',
    progress: 'Progress, %',
    startDay: 'Started',
    endDay: 'Finished',
    cost: 'Cost',
    plannedHours: 'Planned effort, hours',
  },
} as const
