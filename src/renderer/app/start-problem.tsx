import { Alert, Button, Center, MantineProvider, Stack } from '@mantine/core'
import type { i18n } from 'i18next'
import { cssVariables, theme } from '#renderer/ui/theme.ts'

/** Shown when the app behind the page does not answer at its start. */
export function StartProblem({ texts }: { texts: i18n }) {
  const t = texts.getFixedT(null, ['common', 'errors'])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Center h="100vh" p="lg">
        <Alert title={t('error.title')} color="red" maw={480} role="alert">
          <Stack align="flex-start">
            {t('errors:unreachable')}
            <Button variant="default" onClick={() => window.location.reload()}>
              {t('action.retry')}
            </Button>
          </Stack>
        </Alert>
      </Center>
    </MantineProvider>
  )
}
