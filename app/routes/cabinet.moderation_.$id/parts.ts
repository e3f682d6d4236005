import type { TextShown } from '#app/domain/moderation/texts.ts'

export type Said = Pick<TextShown, 'body' | 'replacement' | 'grounds' | 'sources' | 'lang'>

/** The parts of a text that say something, its words first; the body is there even when it is empty. */
export function saidParts({ body, replacement, grounds, sources }: Said) {
  const beside = [
    { part: 'replacement', said: replacement ?? '' },
    { part: 'grounds', said: grounds ?? '' },
    { part: 'sources', said: sources ?? '' },
  ] as const
  return [{ part: 'body', said: body } as const, ...beside.filter(({ said }) => said !== '')]
}
