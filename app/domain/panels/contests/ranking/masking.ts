/** Words of experts without their names: a surname in any case, with initials or given names beside it. Pure. */

const letter = 'а-яёa-z'

/** `names` are full names, the surname first; `instead` stands in the place of each. */
export function masked(words: string, names: readonly string[], instead: string): string {
  return names.reduce((text, name) => {
    const surname = name.trim().split(/\s+/)[0] ?? ''
    if (surname.length < 3) return text
    // endings change with the case: the stem is what stays
    const cut = Math.min(2, Math.max(0, surname.length - 4))
    const stem = escaped(surname.slice(0, surname.length - cut))
    const initial = '(?:[А-ЯЁA-Z]\\.\\s*)'
    const given = `(?:\\s*[А-ЯЁA-Z]\\.|\\s+[А-ЯЁA-Z][${letter}]+)`
    const found = new RegExp(
      `(?<![${letter}])${initial}{0,2}${caseless(stem)}[${letter}]{0,${cut + 2}}(?![${letter}])${given}{0,2}`,
      'gu',
    )
    return text.replace(found, instead)
  }, words)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A name typed in small letters is a name. */
function caseless(stem: string): string {
  const first = stem[0] ?? ''
  return `[${first.toUpperCase()}${first.toLowerCase()}]${stem.slice(1)}`
}
