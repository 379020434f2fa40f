import { Achievement, achievementShape } from '#shared/model/achievement.ts'
import { crud } from './base.ts'

export const achievements = crud(achievementShape, Achievement)
