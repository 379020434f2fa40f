export const search = {
  open: 'Find',
  placeholder: 'Find a skill, an entry, a person, a page, an action…',
  pages: 'Pages',
  actions: 'Actions',
  related: 'Related',
  found: 'Found',
  recent: 'Changed recently',
  nothing: 'Nothing found. The beginning of a word is enough: “archit” finds “architecture”.',
  corrected: 'Nothing has “{{typed}}”. Did you mean “{{corrected}}”?',
} as const
