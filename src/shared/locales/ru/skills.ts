export const skills = { title: 'Навыки' } as const
