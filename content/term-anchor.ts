/** The fragment of a term's place in the glossary; search leads there. */
export function termAnchor(code: string): string {
  return `term-${code.replace(/^abbreviation:/, '').replace(/[^\p{L}\p{N}-]+/gu, '-')}`
}
