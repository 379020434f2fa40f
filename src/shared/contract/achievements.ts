import { Achievement, achievementShape } from '../model/achievement.ts'
import { crud } from './base.ts'

export const achievements = crud(achievementShape, Achievement)
