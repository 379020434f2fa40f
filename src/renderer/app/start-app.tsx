import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { type Api, ApiContext } from '#renderer/lib/api.ts'
import { type DraftBox, DraftBoxContext } from '#renderer/lib/draft-box.ts'
import { followChanges, type Start } from '#renderer/lib/events.ts'
import { createI18n, readTexts } from '#renderer/lib/i18n.ts'
import { filterOptions } from '#renderer/lib/options-filter.ts'
import { UndoScopesContext, useUndoScopes } from '#renderer/lib/undo-scope.ts'
import { Boundary } from '#renderer/ui/boundary.tsx'
import { cssVariables, theme } from '#renderer/ui/theme.ts'
import { Language, languageOf } from '#shared/model/common.ts'
import { Messages } from './messages.tsx'
import { openDrafts } from './open-drafts.ts'
import { FirstEvening, PAGES } from './pages.ts'
import { PasteGuard } from './paste-guard.tsx'
import { PrinterProvider } from './printer-provider.tsx'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { StartProblem, StartProblemInBoth } from './start-problem.tsx'
import { Words } from './words.tsx'
import { WorkspaceGate } from './workspace-gate.tsx'

/** The theme, with choices filtered in the same way as lists. */
const appTheme = mergeThemeOverrides(theme, {
  components: Object.fromEntries(
    ['Select', 'MultiSelect', 'Autocomplete', 'TagsInput'].map((name) => [
      name,
      { defaultProps: { filter: filterOptions } },
    ]),
  ),
})

/** The language until the settings are read: the one in the address, which the host chose, else the browser's. */
function firstLanguage(): Language {
  const asked = Language.safeParse(new URLSearchParams(window.location.search).get('lang'))
  if (asked.success) return asked.data
  return languageOf(navigator.language)
}

/** Texts to report a failure with: in this language or, if they cannot be loaded, in the other; null if neither can. */
async function someTexts(language: Language): Promise<i18n | null> {
  const [other] = Language.options.filter((one) => one !== language)
  return createI18n(language)
    .catch(() => createI18n(other ?? language))
    .catch(() => null)
}

/** Reads what the shell needs and shows the app, or says why that failed. */
export async function startApp(root: Root, api: Api): Promise<void> {
  const language = firstLanguage()
  // Loaded at the same time as the first request to the app, not after it.
  void PAGES[window.location.pathname]?.preload().catch(() => {})
  void readTexts(language).catch(() => {})
  const started = Promise.withResolvers<Start>()
  followChanges(started.promise)
  try {
    const told = await api.client.workspace.told({})
    const info = await api.client.workspace.info({})
    const texts = await createI18n(info.settings.language ?? language)
    const queryClient = createQueryClient(texts)
    queryClient.setQueryData(api.query.workspace.info.queryKey({ input: {} }), info)
    started.resolve({ queryClient, told })
    const drafts = await openDrafts(window, api.client, info.dir)
    root.render(<App {...{ api, drafts, texts, queryClient }} router={createAppRouter()} />)
  } catch (error) {
    const texts = await someTexts(language)
    root.render(texts === null ? <StartProblemInBoth /> : <StartProblem texts={texts} error={error} />)
  }
}

interface AppProps {
  api: Api
  drafts: DraftBox
  texts: i18n
  queryClient: QueryClient
  router: ReturnType<typeof createAppRouter>
}

function App({ api, drafts, texts, queryClient, router }: AppProps) {
  const scopes = useUndoScopes()
  return (
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <MantineProvider theme={appTheme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Words>
            <Boundary>
              <QueryClientProvider client={queryClient}>
                <ApiContext value={api}>
                  <DraftBoxContext value={drafts}>
                    <UndoScopesContext value={scopes}>
                      <Messages />
                      <PasteGuard />
                      <PrinterProvider>
                        <WorkspaceGate firstRun={<FirstEvening onStarted={() => void router.navigate({ to: '/' })} />}>
                          <RouterProvider router={router} />
                        </WorkspaceGate>
                      </PrinterProvider>
                    </UndoScopesContext>
                  </DraftBoxContext>
                </ApiContext>
              </QueryClientProvider>
            </Boundary>
          </Words>
        </MantineProvider>
      </I18nextProvider>
    </StrictMode>
  )
}
