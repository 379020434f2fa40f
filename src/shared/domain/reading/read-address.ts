import { WebUrl } from '#shared/model/common.ts'

/** Spaces and invisible characters around an address; within it they may belong to it. */
const AROUND = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu

/** A host with a dot as people type it, and what may follow it. */
const WITHOUT_SCHEME =
  /^[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)*\.\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/u

/**
 * The web address that a person typed: as it is where it begins with http or https, and with `https://` where it is a host
 * with a dot (`cs50.harvard.edu/python`). Null for anything else, such as other schemes and mail addresses.
 */
export function readAddress(text: string): string | null {
  const typed = text.replace(AROUND, '')
  const address = WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed
  return address !== '' && WebUrl.safeParse(address).success ? address : null
}
