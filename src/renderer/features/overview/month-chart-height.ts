/** Pixels; known without the chart, so that nothing moves when the chart is loaded. */
export const MONTH_CHART_HEIGHT = 190
