import { Alert, Button, Center, MantineProvider, Stack } from '@mantine/core'
import type { i18n } from 'i18next'
import { failureText } from '#renderer/lib/failure-text.ts'
import { toFailure } from '#renderer/lib/failures.ts'
import { cssVariables, theme } from '#renderer/ui/theme.ts'
import { bare as english } from '#shared/locales/en/bare.ts'
import { bare as russian } from '#shared/locales/ru/bare.ts'

/** Shown when the host does not answer at the start, or refuses; a refusal is shown with its own reason. */
export function StartProblem({ texts, error }: { texts: i18n; error: unknown }) {
  const t = texts.getFixedT(null, ['common', 'errors'])
  const refused = toFailure(error) === null ? null : failureText(texts, error)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Center h="100vh" p="lg">
        <Alert title={t('error.title')} color="red" maw={480} role="alert">
          <Stack align="flex-start">
            {refused ?? t('errors:unreachable')}
            <Button variant="default" onClick={() => window.location.reload()}>
              {t('action.retry')}
            </Button>
          </Stack>
        </Alert>
      </Center>
    </MantineProvider>
  )
}

/** Shown when the texts of the interface cannot be loaded either: plain, and in both languages. */
export function StartProblemInBoth() {
  return (
    <main role="alert" style={{ maxWidth: '34rem', margin: '15vh auto', padding: '0 1.5rem', lineHeight: 1.6 }}>
      {Object.entries({ ru: russian, en: english }).map(([language, { title, text }]) => (
        <section key={language} lang={language}>
          <h1>{title}</h1>
          <p>{text}</p>
        </section>
      ))}
    </main>
  )
}
