import { z } from 'zod'
import { Day, Line, Uid } from '#shared/model/common.ts'
import { viewOf } from '#shared/model/entities.ts'
import { personModel, personShape } from '#shared/model/person.ts'
import { bulk, crud, procedure, Saved } from './base.ts'

export const PersonView = z.strictObject({
  ...viewOf(personModel).shape,
  /** Day of the newest journal entry about the person that is not in the future, null = there is none. */
  lastInteractionDay: Day.nullable(),
})
export type PersonView = z.infer<typeof PersonView>

export const people = {
  ...crud(personShape, PersonView),
  ...bulk(personShape),
  /** Two people who are the same person become one: whatever names `gone` names `kept`, and `gone` is removed, as one undoable action. */
  merge: procedure
    .input(
      z.strictObject({
        kept: Uid,
        gone: Uid,
        /** The role and the rhythm of `gone` in words, for the notes; empty = none. */
        words: z.strictObject({ role: Line, rhythm: Line }),
      }),
    )
    .output(Saved),
}
