import { planTemplate } from '#main/store/schema/template.ts'
import { liftDoc } from '#shared/model/shape.ts'
import type { PlanTemplate } from '#shared/model/template.ts'
import { templateModel, templateUpgrades } from '#shared/model/template-doc.ts'
import { defineEntity } from './entity.ts'

export const templateEntity = defineEntity(templateModel, {
  isSearched: false,
  table: planTemplate,
  refs: { planUid: { column: 'planId', type: 'plan', onRemove: 'cascade' } },
  title: ({ shape, content }) =>
    (liftDoc('template', templateUpgrades, shape, content) as unknown as PlanTemplate).head.title,
})
