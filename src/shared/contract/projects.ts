import { Project, projectShape } from '#shared/model/project.ts'
import { crud } from './base.ts'

export const projects = crud(projectShape, Project)
