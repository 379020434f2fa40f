const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/

/** A media type as it is kept: lower case, without parameters; empty where the text is not a media type. */
export function plainMediaType(text: string): string {
  const lower = text.toLowerCase()
  return MEDIA_TYPE.test(lower) ? lower : ''
}
