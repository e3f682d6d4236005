/**
 * Canonical JSON without anything of Node, so that a visitor's browser can hash what the server hashed.
 *
 * Keys sorted by UTF-16 code units, no spaces, `undefined` left out, dates as ISO strings: the subset of RFC 8785 that
 * we write (no floats beyond what JSON.stringify prints identically everywhere).
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
