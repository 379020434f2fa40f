import { savedView } from '#main/store/schema/saved-views.ts'
import { savedViewModel } from '#shared/model/saved-view.ts'
import { defineEntity } from './entity.ts'

export const savedViewEntity = defineEntity(savedViewModel, {
  table: savedView,
  title: (fields) => fields.title,
})
