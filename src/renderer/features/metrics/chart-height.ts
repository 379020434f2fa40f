/** Pixels of the chart in the panel; the place is kept free until the chart library is loaded. */
export const CHART_HEIGHT = 220

/** Pixels of the picture on a card. */
export const SMALL_CHART_HEIGHT = 64
