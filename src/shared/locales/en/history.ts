/** What was undone or redone; verbs of the change log. */
export const history = {
  undone: 'Undone: {{what}}',
  redone: 'Done again: {{what}}',
  change: 'change',
  create: 'added',
  update: 'edited',
  updateMany: 'several edited',
  remove: 'deleted',
  removeMany: 'several deleted',
  move: 'moved',
  what: '{{type}}, {{verb}}',
  types: {
    gate: 'Gate',
  },
  pass: 'passed',
  reopen: 'opened again',
  assess: 'rated',
  start: 'made',
  reschedule: 'rescheduled',
} as const
