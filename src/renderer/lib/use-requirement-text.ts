import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequirementStatus } from '#shared/model/gate.ts'
import { useFormat } from './use-format.ts'

/** What of a requirement its words are made from. */
export type RequirementWords = Pick<
  RequirementStatus,
  'kind' | 'subject' | 'unit' | 'evidenceKind' | 'activityKind' | 'minScope' | 'current' | 'target'
>

/** Puts a gate's requirement and its state into words: `title` what is wanted, `state` how far it is. */
export function useRequirementText(): (requirement: RequirementWords) => { title: string; state: string } {
  const { t } = useTranslation(['requirement', 'vocabulary'])
  const format = useFormat()
  return useCallback(
    (requirement) => {
      const { kind, current, target } = requirement
      const subject = format.text(requirement.subject ?? '')
      const shown = { subject, target: format.number(target ?? 0), unit: format.text(requirement.unit ?? '') }
      const title = () => {
        if (kind !== 'evidence')
          return kind === 'certification' ? t('certification', { count: target ?? 0 }) : t(kind, shown).trim()
        const what = t(requirement.evidenceKind ?? 'achievement', { count: target ?? 0 })
        if (requirement.minScope)
          return t('achievementScope', { what, scope: t(`vocabulary:scope.${requirement.minScope}`) })
        if (requirement.activityKind)
          return t('activityKind', { what, kind: t(`vocabulary:activityKind.${requirement.activityKind}`) })
        return what
      }
      const state = () => {
        if (kind === 'milestone') return t(current === 1 ? 'done' : 'notDone')
        if (current === null || target === null) return t(kind === 'skill' ? 'notRated' : 'unknown')
        return t('progress', { current: format.number(current), target: format.number(target) })
      }
      return { title: title(), state: state() }
    },
    [format, t],
  )
}
