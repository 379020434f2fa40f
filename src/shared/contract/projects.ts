import { Project, projectShape } from '../model/project.ts'
import { crud } from './base.ts'

export const projects = crud(projectShape, Project)
