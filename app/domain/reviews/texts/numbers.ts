/**
 * Printed numbers of structural units: «3.2.», «III.», «а)», «1)», «§ 4». They are read, never invented.
 */
const leading =
  /^\s*((?:\d{1,3}\.){2,6}(?!\d)|(?:\d{1,3}\.){1,5}\d{1,3}(?=[\s\u00a0]+[«"(\p{Lu}])|\d{1,3}\.(?!\d)|\d{1,3}\)|[IVXLC]{1,7}\.(?=\s)|§\s?\d{1,3}\.?|[а-яё]\)|[a-z]\))[\s\u00a0]+(?=\S)/u

/** The number at the beginning of a text and where the text after it begins; null when none is printed. */
export function leadingNumber(text: string): { number: string; length: number } | null {
  const match = leading.exec(text)
  return match?.[1] ? { number: match[1], length: match[0].length } : null
}

/** A number without the punctuation after it: «3.2.» → «3.2», «а)» → «а». */
export function bareNumber(number: string): string {
  return number.replace(/[.)]+$/, '').replace(/^§\s*/, '')
}
