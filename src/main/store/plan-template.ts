import certifications from '#resources/plan/certifications.json' with { type: 'json' }
import initiatives from '#resources/plan/initiatives.json' with { type: 'json' }
import learning from '#resources/plan/learning.json' with { type: 'json' }
import metrics from '#resources/plan/metrics.json' with { type: 'json' }
import obstacles from '#resources/plan/obstacles.json' with { type: 'json' }
import people from '#resources/plan/people.json' with { type: 'json' }
import head from '#resources/plan/plan.json' with { type: 'json' }
import quickAdd from '#resources/plan/quick-add.json' with { type: 'json' }
import reviewPrompts from '#resources/plan/review-prompts.json' with { type: 'json' }
import roleShift from '#resources/plan/role-shift.json' with { type: 'json' }
import management from '#resources/plan/skills.management.json' with { type: 'json' }
import soft from '#resources/plan/skills.soft.json' with { type: 'json' }
import technical from '#resources/plan/skills.technical.json' with { type: 'json' }
import stages from '#resources/plan/stages.json' with { type: 'json' }
import visibility from '#resources/plan/visibility.json' with { type: 'json' }
import { PlanTemplate } from '#shared/model/template.ts'
import { prepared, type Store } from './database.ts'

/** The parts of `resources/plan/` put together, not checked yet. */
export function assembleTemplate(): unknown {
  return {
    head,
    stages,
    skills: [...technical, ...management, ...soft],
    obstacles,
    metrics,
    initiatives,
    people,
    visibility,
    learning,
    certifications,
    roleShift,
    reviewPrompts,
    quickAdd,
  }
}

/** The plan template shipped with this build. Checked at its first use and kept with the store, as statements are. */
export function planTemplate(store: Store): PlanTemplate {
  return prepared(store, 'plan.template', () => PlanTemplate.parse(assembleTemplate()))
}
