import { attachments } from './attachments.ts'
import { backups } from './backups.ts'
import { catalogue } from './catalogue.ts'
import { drafts } from './drafts.ts'
import { exchange } from './exchange.ts'
import { history } from './history.ts'
import { journal } from './journal.ts'
import { load } from './load.ts'
import { metricPoints, metrics } from './metrics.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { milestones, plan, requirements, stages } from './plan.ts'
import { reviews } from './reviews.ts'
import { search } from './search.ts'
import { skills } from './skills.ts'
import { steps } from './steps.ts'
import { usualProcedures } from './usual.ts'
import { workspace } from './workspace.ts'

/** The whole contract: `/rpc/<feature>/<procedure>`. */
export const contract = {
  ...usualProcedures,
  attachments,
  backups,
  catalogue,
  drafts,
  exchange,
  history,
  journal,
  load,
  metricPoints,
  metrics,
  milestones,
  overview,
  people,
  plan,
  requirements,
  reviews,
  search,
  skills,
  stages,
  steps,
  workspace,
}
