import { useState } from 'react'
import { useApi } from '#renderer/lib/api.ts'
import { pickFields } from '#renderer/lib/pick-fields.ts'
import type { Selection } from '#renderer/lib/selection.ts'
import { today } from '#renderer/lib/today.ts'
import { useEntityForm } from '#renderer/lib/use-entity-form.ts'
import {
  AchievementFields,
  achievementShape,
  emptyAchievement,
  liftAchievementDraft,
} from '#shared/model/achievement.ts'
import type { ItemView } from '#shared/model/entities.ts'

/** The form of an achievement; a new one happened today unless said otherwise. */
export function useAchievementForm(item: ItemView<'achievement'> | null, selection: Selection) {
  const { client } = useApi()
  const [empty] = useState(() => ({ ...emptyAchievement, day: today() }))
  return useEntityForm<AchievementFields>({
    uid: item?.uid ?? null,
    newKey: 'new-achievement',
    schema: AchievementFields,
    dayField: 'day',
    liftDraft: liftAchievementDraft,
    initial: item === null ? empty : pickFields(achievementShape, item),
    create: client.achievements.create,
    update: client.achievements.update,
    titleOf: ({ title }) => title,
    selection,
  })
}

export type AchievementFormState = ReturnType<typeof useAchievementForm>['form']
