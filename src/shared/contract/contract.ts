import { achievements } from './achievements.ts'
import { certifications } from './certifications.ts'
import { journal } from './journal.ts'
import { learning } from './learning.ts'
import { experiments, obstacles } from './obstacles.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { projects } from './projects.ts'
import { reviews } from './reviews.ts'
import { search } from './search.ts'
import { workspace } from './workspace.ts'

/** The whole contract: `/rpc/<feature>/<procedure>`. */
export const contract = {
  achievements,
  certifications,
  experiments,
  journal,
  learning,
  obstacles,
  overview,
  people,
  projects,
  reviews,
  search,
  workspace,
}
