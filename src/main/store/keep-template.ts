import { toTemplateDoc } from '#shared/model/template-doc.ts'
import type { Store } from './engine/database.ts'
import { findRow } from './engine/statements.ts'
import { write } from './engine/writer.ts'
import { templateEntity } from './entities/template.ts'
import { bundledTemplate, hasTemplate } from './facts/plan-template.ts'
import { reasonOfFailure } from './files/failures.ts'

/**
 * Stores the shipped template with a plan that has none. Plans started before Kurs kept templates have none, and all of
 * them were made from the shipped one. The person did nothing, so there is nothing to undo.
 */
function keepTemplate(store: Store): void {
  const plan = findRow<{ uid: string; key: string | null }>(
    store,
    'SELECT item.uid, template_key AS key FROM plan CROSS JOIN item USING (id) ORDER BY plan.id LIMIT 1',
    [],
  )
  // Asked before the shipped template is read: checking it costs a tenth of a start, and nearly no start needs it.
  if (plan === null || hasTemplate(store)) return
  const shipped = bundledTemplate(store)
  // A plan of another path was not made from this template, whatever happened to its own.
  if (plan.key !== shipped.head.key) return
  const fields = { planUid: plan.uid, ...toTemplateDoc(shipped) }
  write(store, 'template.keep', (w) => w.insert(templateEntity, fields), { origin: 'upgrade', undoable: false })
}

/**
 * The same where the workspace can be written. A workspace that cannot be saved to can still be opened, and gets its
 * template at a later start.
 */
export function keepOwnTemplate(store: Store): void {
  try {
    keepTemplate(store)
  } catch (error) {
    const reason = reasonOfFailure(error)
    if (reason === null || reason === 'corrupt') throw error
  }
}
