import { achievements } from './achievements.ts'
import { attachments } from './attachments.ts'
import { backups } from './backups.ts'
import { catalogue } from './catalogue.ts'
import { certifications } from './certifications.ts'
import { exchange } from './exchange.ts'
import { journal } from './journal.ts'
import { learning } from './learning.ts'
import { metricPoints, metrics } from './metrics.ts'
import { experiments, obstacles } from './obstacles.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { milestones, plan, requirements, stages } from './plan.ts'
import { projects } from './projects.ts'
import { reviews } from './reviews.ts'
import { search } from './search.ts'
import { skills } from './skills.ts'
import { workspace } from './workspace.ts'

/** The whole contract: `/rpc/<feature>/<procedure>`. */
export const contract = {
  achievements,
  attachments,
  backups,
  catalogue,
  certifications,
  exchange,
  experiments,
  journal,
  learning,
  metricPoints,
  metrics,
  milestones,
  obstacles,
  overview,
  people,
  plan,
  projects,
  requirements,
  reviews,
  search,
  skills,
  stages,
  workspace,
}
