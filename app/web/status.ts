/** Problem code → HTTP status. What is not listed is a refusal of the values given: 422. */
const statuses: Record<string, number> = {
  'not-found': 404,
  'summary-unpublished': 404,
  'note-unpublished': 404,
  'outcome-none': 404,
  'signed-out': 401,
  'session-ended': 401,
  'factor-needed': 403,
  'factor-obliged': 403,
  'own-factor': 403,
  forbidden: 403,
  'not-chair': 403,
  'list-not-yours': 403,
  'application-own': 403,
  'application-refuser': 403,
  'application-account': 403,
  'own-grant': 403,
  'own-request': 403,
  'region-grant': 403,
  'own-text': 403,
  'another-writer': 403,
  'appeal-another': 403,
  appealed: 409,
  gone: 410,
  'application-state': 409,
  'nomination-answered': 409,
  conflict: 409,
  stale: 409,
  'too-many': 429,
  'too-large': 413,
}

export function statusOf(code: string): number {
  return statuses[code] ?? 422
}
