/** A refusal on the way to or from another service: told on the page the visitor came from, which offers another way. */
import { Problem } from '#app/domain/problem.ts'
import type { Messages } from '#content/messages/ru.ts'
import { sentenceOf } from './problems.server.ts'
import { done } from './serve.server.ts'

const told = ['sso-down', 'sso-refused', 'identity-unknown', 'identity-taken', 'too-many'] as const

/** Leads to the sign-in page, or to the own security page of who is signed in. Anything but a Problem is a defect. */
export function ssoFault(error: unknown, signedIn: boolean, cookies: string[] = []) {
  if (!(error instanceof Problem) || !told.some((code) => code === error.code)) throw error
  return done(`${signedIn ? '/cabinet/security' : '/signin'}?sso=${error.code}`, undefined, cookies)
}

/** The sentence of a refusal named in the address; null for none, and for what no refusal is called. */
export function ssoSentence(url: URL, t: Messages): string | null {
  const code = told.find((known) => known === url.searchParams.get('sso'))
  return code ? sentenceOf(t, code) : null
}
