import { z } from 'zod'
import { Day, Line, Notes, Title, WebUrl } from './common.ts'
import { declareModel } from './declare.ts'
import { Links, requireOrder, Tags } from './item.ts'
import { ProjectKind, ProjectStatus } from './vocabulary.ts'

export const projectShape = {
  kind: ProjectKind,
  title: Title,
  status: ProjectStatus,
  /** Technical responsibility that the person has in it. */
  responsibility: Line,
  /** Languages, frameworks, clouds. */
  stack: Line,
  /** Local folder of its git repository, empty when there is none. */
  repository: Line,
  url: WebUrl,
  startDay: Day.nullable(),
  endDay: Day.nullable(),
  nextAction: Line,
  notes: Notes,
  links: Links,
  tags: Tags,
}
export const ProjectFields = z
  .strictObject(projectShape)
  .superRefine((item, ctx) => requireOrder(ctx, item.startDay, item.endDay, 'endDay', 'day.endBeforeStart'))
export type ProjectFields = z.infer<typeof ProjectFields>
export const emptyProject: ProjectFields = {
  kind: 'pet',
  title: '',
  status: 'active',
  responsibility: '',
  stack: '',
  repository: '',
  url: '',
  startDay: null,
  endDay: null,
  nextAction: '',
  notes: '',
  links: [],
  tags: [],
}

export const projectModel = declareModel({
  type: 'project',
  shape: projectShape,
  fields: ProjectFields,
  empty: emptyProject,
  procedures: 'projects',
  csv: 'projects',
})
