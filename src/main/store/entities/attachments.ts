import { attachment } from '#main/store/schema/attachments.ts'
import { attachmentModel } from '#shared/model/attachment.ts'
import { defineEntity } from './entity.ts'

export const attachmentEntity = defineEntity(attachmentModel, {
  table: attachment,
  refs: { ownerUid: { column: 'ownerId', type: 'any', onRemove: 'cascade' } },
  title: (fields) => fields.name,
})
