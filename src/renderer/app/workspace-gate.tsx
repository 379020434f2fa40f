import { useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { desktopApi } from '#renderer/lib/desktop.ts'
import { showLanguage } from '#renderer/lib/i18n.ts'
import { WorkspaceContext, type WorkspaceInfo } from '#renderer/lib/workspace.ts'
import type { Language } from '#shared/model/common.ts'

/** Gives the app its workspace. Shows `firstRun` while there is no plan. */
export function WorkspaceGate({ firstRun, children }: { firstRun: ReactNode; children: ReactNode }) {
  const { query } = useApi()
  const info = useQuery(query.workspace.info.queryOptions({ input: {} }))
  return (
    <QueryGate query={info}>
      {(data) => <Prepared info={data}>{data.planStart === null ? firstRun : children}</Prepared>}
    </QueryGate>
  )
}

/**
 * Keeps the page in the language of the settings. If its texts cannot be loaded, the page keeps its language and
 * reports that.
 */
function useLanguage(texts: i18n, language: Language | null): void {
  useEffect(() => {
    if (language === null || language === texts.language) return
    const outdated = new AbortController()
    showLanguage(texts, language, outdated.signal).catch(() => {
      const message = texts.t('errors:languageMissing')
      if (!outdated.signal.aborted) notifications.show({ color: 'red', autoClose: 8000, message })
    })
    return () => outdated.abort()
  }, [texts, language])
}

function Prepared({ info, children }: { info: WorkspaceInfo; children: ReactNode }) {
  const { i18n, t } = useTranslation('common')
  const { setColorScheme } = useMantineColorScheme()
  const { language, theme } = info.settings
  useLanguage(i18n, language)
  useEffect(() => {
    setColorScheme(theme === 'system' ? 'auto' : theme)
    void desktopApi()?.setTheme(theme)
  }, [setColorScheme, theme])
  useEffect(() => {
    document.documentElement.lang = i18n.language
    document.title = t('app')
  }, [i18n.language, t])
  return <WorkspaceContext value={info}>{children}</WorkspaceContext>
}
