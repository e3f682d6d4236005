/**
 * Problem: a refusal the visitor can read.
 *
 * `code` is a key of the `problems` messages; anything else that is thrown is a defect and ends in the 500 page.
 */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly code: string,
    /** numbers and words that the message needs */
    readonly facts: Readonly<Record<string, string | number>> = {},
    /** the form field it is about, when it is about one */
    readonly field?: string,
  ) {
    super(code)
  }
}

/** The row, or a 404 for what does not exist or what this viewer may not know to exist. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new Problem('not-found')
  return row
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id from an address; whatever is not one does not exist. PostgreSQL would answer it with an exception. */
export function idOf(value: string | undefined): string {
  if (value === undefined || !uuid.test(value)) throw new Problem('not-found')
  return value
}

/** A public number from an address: 1 … 2147483647, nothing else. */
export function numberOf(value: string | undefined): number {
  if (value === undefined || !/^[1-9]\d{0,9}$/.test(value) || Number(value) > 2147483647)
    throw new Problem('not-found')
  return Number(value)
}
