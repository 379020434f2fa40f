export const projects = {
  title: 'Projects',
  new: 'New project',
  empty: {
    title: 'Pet projects go here, and work projects you are technically responsible for',
    text: 'Add one project and its next step. Link it to skills: what you did backs their level and the gates of the plan.',
  },
  field: {
    kind: 'Kind',
    title: 'Title',
    status: 'Status',
    responsibility: 'My technical responsibility',
    responsibilityHint: 'Such as integration architecture, the delivery pipeline, reviews of the payment module',
    stack: 'Stack',
    stackHint: 'Languages, frameworks, clouds, separated by commas',
    repository: 'Repository folder',
    repositoryHint: 'Path of the folder on this computer',
    url: 'Address',
    startDay: 'Start',
    endDay: 'End',
    nextAction: 'Next action',
    nextActionHint: 'One step you could begin with today',
  },
} as const
