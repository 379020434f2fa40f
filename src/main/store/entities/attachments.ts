import { AttachmentFields, emptyAttachment } from '#shared/model/attachment.ts'
import { defineEntity } from '../entity.ts'
import { attachment } from '../schema/attachments.ts'

export const attachmentEntity = defineEntity<AttachmentFields>({
  type: 'attachment',
  fields: AttachmentFields,
  empty: emptyAttachment,
  table: attachment,
  refs: { ownerUid: { column: 'ownerId', type: 'any', onRemove: 'cascade' } },
  title: (fields) => fields.name,
})
