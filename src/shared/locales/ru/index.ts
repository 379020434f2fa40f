import { achievements } from './achievements.ts'
import { cases } from './cases.ts'
import { catalogue } from './catalogue.ts'
import { certifications } from './certifications.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { exchange } from './exchange.ts'
import { forecast } from './forecast.ts'
import { history } from './history.ts'
import { initiatives } from './initiatives.ts'
import { journal } from './journal.ts'
import { learning } from './learning.ts'
import { load } from './load.ts'
import { metrics } from './metrics.ts'
import { obstacles } from './obstacles.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { projects } from './projects.ts'
import { requirement } from './requirement.ts'
import { reviews } from './reviews.ts'
import { roles } from './roles.ts'
import { search } from './search.ts'
import { skills } from './skills.ts'
import { steps } from './steps.ts'
import { views } from './views.ts'
import { vocabulary } from './vocabulary.ts'
import { welcome } from './welcome.ts'
import { workspace } from './workspace.ts'

/** Every text of the app in Russian, one namespace a feature. A feature that adds an item type calls it by its own word. */
export const ru = {
  achievements,
  cases,
  catalogue,
  certifications,
  common,
  errors,
  exchange,
  forecast,
  history,
  initiatives,
  journal,
  learning,
  metrics,
  load,
  obstacles,
  overview,
  people,
  plan,
  projects,
  requirement,
  reviews,
  roles,
  search,
  skills,
  steps,
  views,
  welcome,
  workspace,
  vocabulary: {
    ...vocabulary,
    itemType: {
      ...vocabulary.itemType,
      initiative: initiatives.one,
      step: steps.one,
      loadEntry: load.one,
      savedView: views.one,
    },
  },
} as const
