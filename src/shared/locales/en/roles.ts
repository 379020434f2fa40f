/** The two roles of the plan, told apart. */
export const roles = {
  title: 'Role shift',
  lead: 'What tells {{from}} and {{to}} apart, and where you stand between them',
  empty: {
    title: 'No comparison of roles here',
    text: 'The template this plan was started from does not say what tells its roles apart.',
  },
  comparison: {
    title: 'The roles compared',
    criterion: 'Criterion',
    mine: 'Your achievements',
    marks: '{{role}}: {{count}}',
    none: 'none marked yet',
    hint: 'Each achievement can say, criterion by criterion, which role it shows. So you see which way you are really moving.',
    toAchievements: 'To the achievements',
  },
  questions: {
    title: 'Questions to yourself',
    lead: 'Once a year, answer each question with examples from that year and find the step they prove. Without an example, take the step below. The yearly review is a good place to write the answer down and talk it over with a mentor.',
    positions: '{{title}}: five steps',
  },
} as const
