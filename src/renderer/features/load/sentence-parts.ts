/** Stands in a sentence where something that is no text comes. */
export const PLACE = '\u0000'

/** What stands before, between and after the places. */
export const partsOf = (sentence: string): string[] => sentence.split(PLACE)
