export const search = {
  open: 'Find',
  placeholder: 'Find a skill, an entry, a person, a page…',
  pages: 'Pages',
  found: 'Found',
  recent: 'Changed recently',
  nothing: 'Nothing found. The beginning of a word is enough: “archit” finds “architecture”.',
} as const
