import { WebUrl } from '#shared/model/common.ts'

/** Spaces and invisible characters around an address; inside it they may belong to it. */
const AROUND = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu

/** A host with a dot as people type it, optionally followed by a path. */
const WITHOUT_SCHEME =
  /^[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)*\.\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/u

/**
 * The web address that a person typed: unchanged if it begins with http or https; with `https://` added if it is a host
 * with a dot (`cs50.harvard.edu/python`). Null for anything else, such as other schemes and mail addresses.
 */
export function readAddress(text: string): string | null {
  const typed = text.replace(AROUND, '')
  const address = WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed
  return address !== '' && WebUrl.safeParse(address).success ? address : null
}
