import { useMutation, useQueryClient } from '@tanstack/react-query'
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
  const { client, query } = useApi()
  const queryClient = useQueryClient()
  const { listLooks } = useWorkspace().settings
  const kept = looks.find((look) => listLooks.includes(`${list}.${look}`)) ?? looks[0]
  const save = useMutation({
    mutationFn: (look: Look) => {
      const others = listLooks.filter((one) => !one.startsWith(`${list}.`))
      return client.workspace.saveSettings({ listLooks: [...others, `${list}.${look}`] })
    },
    // The choice counts as being saved until it is read again, so that the former look does not flash up.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: query.workspace.info.key() }),
  })
  return [save.isPending ? save.variables : kept, save.mutate]
}
