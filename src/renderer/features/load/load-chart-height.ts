/** Pixels, known before the chart itself is there. */
export const LOAD_CHART_HEIGHT = 240
