import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from './api.ts'
import { useWorkspace } from './workspace.ts'

/**
 * How the items of a list page are looked at, of several looks; the first is the default. The choice is kept with the
 * workspace.
 */
export function useLook<Look extends string>(
  list: string,
  looks: readonly [Look, ...Look[]],
): [look: Look, choose: (look: Look) => void] {
  const { client } = useApi()
  const { listLooks } = useWorkspace().settings
  const kept = looks.find((look) => look === listLooks[list]) ?? looks[0]
  /** A choice that may not be kept yet, and what was kept when it was made: once that changes, the workspace decides. */
  const [chosen, setChosen] = useState<{ look: Look; over: Look } | null>(null)
  const save = useMutation({
    mutationFn: (look: Look) => client.workspace.saveSettings({ listLooks: { ...listLooks, [list]: look } }),
    onError: () => setChosen(null),
  })
  const choose = (look: Look) => {
    setChosen({ look, over: kept })
    save.mutate(look)
  }
  return [chosen?.over === kept ? chosen.look : kept, choose]
}
