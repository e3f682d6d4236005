/** Terms as the glossary shows them. */
export interface Term {
  code: string
  term: string
  definition: string
}

export interface Letter {
  letter: string
  terms: Term[]
}

/** Terms by their first letter, in the order they came; ё stands with е. */
export function lettersOf(terms: readonly Term[]): Letter[] {
  const letters = new Map<string, Term[]>()
  for (const term of terms) {
    const letter = (/\p{L}|\p{N}/u.exec(term.term)?.[0] ?? '#').toUpperCase().replace('Ё', 'Е')
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return [...letters].map(([letter, own]) => ({ letter, terms: own }))
}
