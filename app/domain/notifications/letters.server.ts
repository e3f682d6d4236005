/** Letters: their words are Markdown files with the subject in the head, `content/mail/<kind>.<language>.md`. */
import { z } from 'zod'
import { type Locale, locales } from '#content/messages/locales.ts'
import { readMarkdown } from '#content/source.ts'

export const letterKinds = [
  ...(['confirm', 'reset', 'known', 'password-changed', 'notice', 'digest'] as const),
  ...([
    'activation',
    'mailbox-left',
    'nomination',
    'factor-set',
    'factor-removed',
    'factor-reset',
    'recovery-used',
    'identity-linked',
    'signing-code',
  ] as const),
] as const
export type LetterKind = (typeof letterKinds)[number]

export interface Letter {
  subject: string
  body: string
}

const Head = z.strictObject({ subject: z.string().trim().min(1) })
const kept = new Map<string, Letter>()

/** The letter with its `{words}` filled in. A word that is missing is a defect and throws RangeError. */
export function writeLetter(
  kind: LetterKind,
  locale: Locale,
  words: Readonly<Record<string, string | number>>,
): Letter {
  const { subject, body } = templateOf(kind, locale)
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, word: string) => {
      if (!Object.hasOwn(words, word)) throw new RangeError(`letter ${kind}: no word for {${word}}`)
      return String(words[word]).replace(unwanted, ' ')
    })
  // A line break in a subject would begin another header of the letter.
  return {
    subject: fill(subject).replace(/\s+/g, ' ').slice(0, 250),
    body: fill(body).replace(/\n{3,}/g, '\n\n'),
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what could begin a header or turn a line around
const unwanted = /[\u0000-\u0009\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The same letter as HTML: its paragraphs, everything escaped, links only to this site. */
export function htmlOf(body: string, locale: Locale, publicUrl: string): string {
  const escaped = body
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const site = publicUrl.replaceAll('&', '&amp;').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const linked = escaped.replace(new RegExp(`${site}(?:/[^\\s<]*)?(?![^\\s<])`, 'g'), '<a href="$&">$&</a>')
  const paragraphs = linked.split(/\n{2,}/).map((one) => `<p>${one.trim().replaceAll('\n', '<br>')}</p>`)
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body>${paragraphs.join('')}</body></html>`
}

/** Reads every letter in every language, so that a missing one is found at start and not at night. */
export function checkLetters(): void {
  for (const kind of letterKinds) for (const locale of locales) templateOf(kind, locale)
}

function templateOf(kind: LetterKind, locale: Locale): Letter {
  const file = `content/mail/${kind}.${locale}.md`
  const known = kept.get(file)
  if (known) return known
  const { value, body } = readMarkdown(process.cwd(), file, Head)
  const letter = { subject: value.subject, body }
  kept.set(file, letter)
  return letter
}
