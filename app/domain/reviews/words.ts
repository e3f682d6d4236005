/**
 * Words: what people write, made storable. Line ends are unified; control characters, halves of surrogate pairs and
 * signs that reverse the direction of the text around them are dropped, nothing else is changed. Words of which nothing
 * can be seen are none.
 */
import { Problem } from '#app/domain/problem.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The cleaned words; Problem('too-long') or Problem('required') of the field when they do not fit. */
export function cleanWords(words: string, field: string, max: number, { required = true } = {}): string {
  if (words.length > max * 4) throw new Problem('too-long', { max }, field)
  const kept = words.replace(/\r\n?/g, '\n').replace(unwanted, '').trim()
  const clean = visible.test(kept) ? kept : ''
  if (clean.length > max) throw new Problem('too-long', { max }, field)
  if (required && clean === '') throw new Problem('required', {}, field)
  return clean
}
