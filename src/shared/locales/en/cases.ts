/** Cases: what moves like one's own teach. */
export const cases = {
  title: 'Case studies',
  lead: 'Moves like yours: the situation, the tactics and the traps. Any tactic can become part of your plan',
  panel: 'What to take from a case',
  choose: 'Which move',
  situation: 'Where such people start',
  tactics: 'What helps',
  traps: 'Where people trip',
  take: { experiment: 'Add as an experiment', milestone: 'Add as a milestone', learning: 'Add to learning' },
  takeNamed: {
    experiment: 'Add as an experiment: {{title}}',
    milestone: 'Add as a milestone: {{title}}',
    learning: 'Add to learning: {{title}}',
  },
  taken: { experiment: 'Experiment added', milestone: 'Milestone added', learning: 'Added to learning' },
  form: { experiment: 'New experiment', milestone: 'New milestone', learning: 'New learning item' },
  against: 'Against which obstacle',
  noObstacle: 'An experiment is run against an obstacle, and there are none yet. Add an obstacle first.',
  noStage: 'A milestone belongs to a stage, and there are none yet. Add a stage on the plan page first.',
  empty: {
    title: 'No case studies here',
    text: 'The template this plan was made from has no case studies.',
  },
  command: { take: 'Take a tactic from a case study' },
  commandWords: { take: 'case tactic story move pm marketing cio experience' },
} as const
