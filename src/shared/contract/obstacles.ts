import { Experiment, experimentShape, Obstacle, obstacleShape } from '#shared/model/obstacle.ts'
import { crud } from './base.ts'

export const obstacles = crud(obstacleShape, Obstacle)
export const experiments = crud(experimentShape, Experiment)
