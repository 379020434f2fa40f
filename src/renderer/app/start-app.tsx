import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { type Api, ApiContext } from '#renderer/lib/api.ts'
import { followChanges } from '#renderer/lib/events.ts'
import { createI18n } from '#renderer/lib/i18n.ts'
import { cssVariables, theme } from '#renderer/ui/theme.ts'
import { Language } from '#shared/model/common.ts'
import { FirstEvening } from './first-evening.tsx'
import { Messages } from './messages.tsx'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { StartProblem } from './start-problem.tsx'
import { WorkspaceGate } from './workspace-gate.tsx'

/** The language before the workspace has said its own: that of the address (`--lang`), else the system's, else Russian. */
function firstLanguage(): Language {
  const asked = Language.safeParse(new URLSearchParams(window.location.search).get('lang'))
  if (asked.success) return asked.data
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ru'
}

/** Reads what the shell needs and shows the app, or says why it cannot. */
export async function startApp(root: Root, api: Api): Promise<void> {
  const language = firstLanguage()
  try {
    const info = await api.client.workspace.info({})
    const texts = await createI18n(info.settings.language ?? language)
    const queryClient = createQueryClient(texts)
    followChanges(queryClient)
    root.render(<App api={api} texts={texts} queryClient={queryClient} router={createAppRouter()} />)
  } catch {
    const texts = await createI18n(language)
    root.render(<StartProblem texts={texts} />)
  }
}

interface AppProps {
  api: Api
  texts: i18n
  queryClient: QueryClient
  router: ReturnType<typeof createAppRouter>
}

function App({ api, texts, queryClient, router }: AppProps) {
  return (
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <QueryClientProvider client={queryClient}>
            <ApiContext value={api}>
              <Messages />
              <WorkspaceGate firstRun={<FirstEvening onStarted={() => void router.navigate({ to: '/' })} />}>
                <RouterProvider router={router} />
              </WorkspaceGate>
            </ApiContext>
          </QueryClientProvider>
        </MantineProvider>
      </I18nextProvider>
    </StrictMode>
  )
}
