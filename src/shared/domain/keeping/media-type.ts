const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/

/** A media type for storing: lower case, without parameters; empty if the text is not a media type. */
export function plainMediaType(text: string): string {
  const lower = text.toLowerCase()
  return MEDIA_TYPE.test(lower) ? lower : ''
}
