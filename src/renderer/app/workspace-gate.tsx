import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryGate } from '#renderer/fields/query-gate.tsx'
import { useApi } from '#renderer/lib/api.ts'
import { desktopApi } from '#renderer/lib/desktop.ts'
import { showLanguage } from '#renderer/lib/i18n.ts'
import { WorkspaceContext, type WorkspaceInfo } from '#renderer/lib/workspace.ts'

/** Gives the app its workspace; without a plan the first run comes first. */
export function WorkspaceGate({ firstRun, children }: { firstRun: ReactNode; children: ReactNode }) {
  const { query } = useApi()
  const info = useQuery(query.workspace.info.queryOptions({ input: {} }))
  return (
    <QueryGate query={info}>
      {(data) => <Prepared info={data}>{data.hasPlan ? children : firstRun}</Prepared>}
    </QueryGate>
  )
}

function Prepared({ info, children }: { info: WorkspaceInfo; children: ReactNode }) {
  const { i18n, t } = useTranslation('common')
  const { setColorScheme } = useMantineColorScheme()
  const { language, theme } = info.settings
  useEffect(() => {
    if (language !== null && language !== i18n.language) void showLanguage(i18n, language)
  }, [i18n, language])
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
