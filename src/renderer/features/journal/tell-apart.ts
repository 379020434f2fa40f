/** What is said of each beside its title, numbered where title and word are the same as another's. */
export function tellApart(rows: readonly { title: string; word: string }[]): string[] {
  return rows.map((row, place) => {
    const isSame = ({ title, word }: typeof row) => title === row.title && word === row.word
    return rows.filter(isSame).length === 1 ? row.word : `${row.word} ${rows.slice(0, place + 1).filter(isSame).length}`
  })
}
