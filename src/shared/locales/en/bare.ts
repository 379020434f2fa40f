/** Said when no other texts can be had: part of the page itself. */
export const bare = {
  title: 'Kurs could not be shown',
  text: 'Its texts did not come. Your data is safe. Reload the page; if that does not help, restart Kurs.',
} as const
