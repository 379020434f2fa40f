/** Placeholder in a sentence for something that is not text. */
export const PLACE = '\u0000'

/** The text before, between and after the placeholders. */
export const partsOf = (sentence: string): string[] => sentence.split(PLACE)
