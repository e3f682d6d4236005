/**
 * What a line of the technical log may say: what broke and where, never what people typed and never a secret.
 *
 * A failed query comes with its values in the message, PostgreSQL adds the row that was refused, and an address may
 * itself be a key. The log is read by more people than the data.
 */
import { secretHead } from '#app/domain/secret-paths.ts'

type Failure = Error & { query?: unknown; params?: unknown; code?: unknown }

/** An error with its causes, without the values of a query. */
export function errorLine(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { query, params, code, cause } = error as Failure
  const ofQuery = query !== undefined && params !== undefined
  return {
    type: error.name,
    message: ofQuery ? 'Failed query' : error.message,
    ...(ofQuery ? { query } : {}),
    ...(code === undefined ? {} : { code }),
    stack: framesOf(error),
    ...(cause === undefined ? {} : { cause: errorLine(cause) }),
  }
}

/** An address without the secret that a letter or the first start has put into it. */
export function pathLine(path: string): string {
  return path.replace(secretHead, '/$1/…')
}

// The message stands at the head of a stack, with the values in it.
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
