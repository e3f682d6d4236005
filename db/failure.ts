/** A start that cannot go on, told in one line to the operator; anything else thrown at start is a defect. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}

/** The reason of an unknown error as one short phrase, for the line that the operator reads. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return error.message.split('\n')[0] || code || error.name
}

/** The machine-readable code of an error or of its cause (`ECONNREFUSED`, SQLSTATE), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return undefined
  // The query layer wraps what the server said.
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}
