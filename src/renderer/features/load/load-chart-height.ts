/** Pixels, known before the chart itself is loaded. */
export const LOAD_CHART_HEIGHT = 240
