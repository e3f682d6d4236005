/** Codes of check pages. No letters or digits that look alike when they are read from paper. */
import { randomInt } from 'node:crypto'

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A new one, three groups of four. */
export function checkCode(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${part()}-${part()}-${part()}`
}
