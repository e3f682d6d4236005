/**
 * What is known about a request before any page runs: language, reading settings, who asks, an id for the log.
 *
 * It is found once in the server's middleware and travels in the load context, so that several loaders of a page do
 * not ask the database for the session again.
 */
import type { Request as Incoming } from 'express'
import { type Actor, dayOf } from '#app/domain/ctx.ts'
import { isLocale, type Locale, locales } from '#content/messages/locales.ts'
import { parseSettings, type ReadingSettings } from '#content/settings.ts'
import type { GivenBack } from './typed-words.server.ts'

export interface Visit {
  id: string
  nonce: string
  locale: Locale
  settings: ReadingSettings
  actor: Actor | null
  /** who signed in and may do nothing yet but enrol a second factor: `actor` is null then, so nothing else opens */
  confined: Actor | null
  /** Set-Cookie values that the answer carries, e.g. of a prolonged session */
  cookies: string[]
  /** a sentence to show once, from the redirect before */
  flash: string | null
  now: Date
  zone: string
  /** where the request came from; rate limits alone look at it */
  address: string
  /** of the session cookie, as it came */
  sessionId: string | undefined
  /** the ticket between the two steps of a sign-in, as it came */
  ticket: string | undefined
  /** what was begun at another service, sealed, as it came */
  begun: string | undefined
  /** somebody was signed in here and is no more: the session has died, or was ended in another tab */
  ended: boolean
  /** what a form held that came after that: shown once, in the answer to this very request, and kept nowhere */
  typed?: GivenBack
}

export const cookieNames = {
  language: 'rses_lang',
  settings: 'rses_reading',
  flash: 'rses_flash',
  session: 'rses_session',
  left: 'rses_left',
  ticket: 'rses_step',
  begun: 'rses_sso',
}

/** Set-Cookie: this browser was signed in not long ago. It says nothing of whom, and signs nobody in. */
export const leftCookie = `${cookieNames.left}=1; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax`

/**
 * The address that was asked for. Host is the sender's word and says nothing about the page, so it is not in it: page
 * and key of the page cache are found from this one reading and cannot disagree.
 */
export function addressOf({ originalUrl }: Pick<Incoming, 'originalUrl'>): URL {
  return new URL(`http://localhost${originalUrl}`)
}

/** Cookies of a header; broken percent-encoding gives the raw value. */
export function cookiesOf(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0) cookies.set(part.slice(0, equals).trim(), decoded(part.slice(equals + 1).trim()))
  }
  return cookies
}

/** Language: `?lang=`, else the cookie, else Russian. The address of a page stays the same in both. */
export function localeOf(incoming: Pick<Incoming, 'query'>, cookies: Map<string, string>): Locale {
  const asked = incoming.query.lang
  if (isLocale(asked)) return asked
  const kept = cookies.get(cookieNames.language)
  return isLocale(kept) ? kept : locales[0]
}

export function settingsOf(cookies: Map<string, string>): ReadingSettings {
  return parseSettings(cookies.get(cookieNames.settings))
}

export function todayOf(visit: Pick<Visit, 'now' | 'zone'>): string {
  return dayOf(visit.now, visit.zone)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
