import { Anchor } from '@mantine/core'

/** A link that opens outside of the app. */
export function WebLink({ url }: { url: string }) {
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener" size="sm">
      {url}
    </Anchor>
  )
}
