/**
 * The oracle of permissions, read from matrix.yaml: which answer each role gets at each address.
 *
 * It is written by hand from the inventory's section Q, not derived from the code it checks. `guest` is nobody; `in` is
 * every account that is not named. An answer is a status, or `signin` for a redirect to the sign-in page.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export const accounts = [
  ...['admin', 'ministry', 'coordinator', 'operator', 'organizer', 'institute', 'municipality', 'school'],
  ...['community', 'secretary', 'moderator', 'chair', 'expert', 'applicant', 'participant'],
] as const

export type Answer = number | 'signin'

export interface Entry {
  /** what the address belongs to: a folder of app/routes, or a handler's address */
  route: string
  get?: string
  post?: string
  /** fields of the form that is sent */
  fields?: Record<string, string>
  expect: Record<string, Answer>
}

/** Every entry, in the file's order. */
export function readMatrix(): Entry[] {
  return parse(readFileSync(new URL('./matrix.yaml', import.meta.url), 'utf8')) as Entry[]
}

/** What a role gets by an entry; a role that no line speaks of is a fault of the oracle. */
export function answerFor(entry: Entry, role: string): Answer {
  const answer = entry.expect[role] ?? (role === 'guest' ? undefined : entry.expect.in) ?? entry.expect.all
  if (answer === undefined) throw new Error(`${entry.route}: no answer for ${role}`)
  return answer
}
