interface Row {
  title: string
  word: string
  /** Added if title and word are the same as another's. */
  more?: string | undefined
}

/** The words shown beside each title; numbered if all words are the same as another's. */
export function tellApart(rows: readonly Row[]): string[] {
  const words = rows.map(({ title, word, more = '' }) => {
    const isAlone = rows.filter((other) => other.title === title && other.word === word).length === 1
    return { title, word: isAlone || more === '' ? word : `${word} · ${more}` }
  })
  return words.map((row, place) => {
    const isSame = ({ title, word }: Row) => title === row.title && word === row.word
    return words.filter(isSame).length === 1
      ? row.word
      : `${row.word} ${words.slice(0, place + 1).filter(isSame).length}`
  })
}
