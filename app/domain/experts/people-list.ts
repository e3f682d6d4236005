/**
 * A list of people as it comes out of an order: one a line, by registry number or by full name. Pure.
 *
 * A line may carry more, as a list copied from a table or a text does: its own position («3.»), and after a comma, a
 * dash or a tab whatever was written there, which is left aside. With a number and a name both must fit one person.
 */

export interface ListedPerson {
  /** line of the text, counted from 1 with the blank ones */
  line: number
  /** registry number, when the line gives one */
  number: number | null
  /** folded as `people.name_norm` is; empty when the line gives only a number */
  name: string
  /** what stands after an arrow («Иваноова Анна → Иванова Анна»): how the name should have been printed */
  corrected: string | null
}

/** The people of the text in its order; blank lines are left out. */
export function listedPeople(text: string): ListedPerson[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw, at) => {
    // What no database can hold and the spaces of a word processor are blanks; a tab still ends the name.
    const words = raw
      .normalize('NFC')
      .replace(/[^\P{Cc}\t]|[\p{Cs}\p{Zs}\uFFFD]/gu, ' ')
      .trim()
    return words === '' ? [] : [{ line: at + 1, ...personOf(words) }]
  })
}

/** A full name as the database folds it: small letters, е for ё, single spaces. */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}

const arrow = /\s*(?:→|⟶|->|=>)\s*/
const position = /^\d{1,4}\s*[.)]\s*/
const numbered = /^(?:№|n|no\.?)?\s*([1-9]\d{0,9})(?=[\s,;–—-]|$)/i

function personOf(words: string): Omit<ListedPerson, 'line'> {
  const [before = '', after] = words.split(arrow)
  const line = before.replace(position, '')
  const found = Number(numbered.exec(line)?.[1] ?? 0)
  const number = found > 0 && found <= 2147483647 ? found : null
  const rest = number === null ? line : line.replace(numbered, '').replace(/^[\s,;–—-]+/, '')
  const [name = ''] = rest.split(/[,;\t(]|\s[–—-]\s/)
  const corrected = after
    ?.split(/[,;\t(]|\s[–—-]\s/)[0]
    ?.replace(/\s+/g, ' ')
    .trim()
  return { number, name: foldName(name), corrected: corrected || null }
}
