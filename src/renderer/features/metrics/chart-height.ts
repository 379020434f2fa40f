/** Pixels of the chart in the panel; its place is kept before the library that draws it has come. */
export const CHART_HEIGHT = 220

/** Pixels of the picture on a card. */
export const SMALL_CHART_HEIGHT = 64
