/** An id from an address, or nothing: then the list begins at its beginning. */
export function idOrNothing(value: string | null): string | undefined {
  return value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined
}
