import { Learning, learningShape } from '../model/learning.ts'
import { crud } from './base.ts'

export const learning = crud(learningShape, Learning)
