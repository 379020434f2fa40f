/** Pixels; known without the chart, so that nothing moves when it comes. */
export const MONTH_CHART_HEIGHT = 190
