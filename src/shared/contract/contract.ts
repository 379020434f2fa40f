/** The whole contract: `/rpc/<feature>/<procedure>`. */
export { achievements } from './achievements.ts'
export { certifications } from './certifications.ts'
export { journal } from './journal.ts'
export { learning } from './learning.ts'
export { experiments, obstacles } from './obstacles.ts'
export { people } from './people.ts'
export { projects } from './projects.ts'
export { workspace } from './workspace.ts'
