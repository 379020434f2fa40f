import { Learning, learningShape } from '#shared/model/learning.ts'
import { crud } from './base.ts'

export const learning = crud(learningShape, Learning)
