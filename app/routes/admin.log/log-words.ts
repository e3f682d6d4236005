/** A code in words; one that has none yet speaks for itself. */
export function wordOf(words: Record<string, string>, code: string): string {
  return (Object.hasOwn(words, code) && words[code]) || code
}
