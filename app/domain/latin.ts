/** Latin letters for addresses: the one table by which a title, a number or a name becomes part of a URL. Pure. */
const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const latin = 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'.split(' ')
const letters = new Map([...cyrillic].map((letter, at) => [letter, latin[at] === '-' ? '' : latin[at]]))

/** The text in small letters with each Russian one replaced; what else is in it stays for the caller to judge. */
export function latinOf(text: string): string {
  return [...text.toLowerCase()].map((letter) => letters.get(letter) ?? letter).join('')
}
