/**
 * The way in after the first step, whichever door it was: a session, or the page that asks for the code of who has a
 * second factor. Every door leads through here, or one of them would be a way around the second step.
 */
import { hasFactor } from '#app/domain/accounts/one-time.server.ts'
import { beginStep } from '#app/domain/accounts/second-step.server.ts'
import type { Messages } from '#content/messages/ru.ts'
import { cookieNames } from './request.server.ts'
import { type Args, done } from './serve.server.ts'
import type { Passed } from './session.server.ts'

type Door = Pick<Args, 'ctx' | 'services' | 'visit' | 'request'>
type Goal = { next: string; flash?: keyof Messages['ui']['flash']; passed?: Passed; cookies?: string[] }

/** Leads the user on; `passed` says by what the second step was passed already. */
export async function enter(door: Door, userId: string, { next, flash, passed, cookies = [] }: Goal) {
  const { ctx, services } = door
  if (!passed && (await hasFactor(ctx.db, userId))) {
    const ticket = await beginStep(ctx, services.vault, { userId, next })
    return done('/signin/code', flash, [ticketCookie(services, ticket), ...cookies])
  }
  return done(next, flash, [await sessionCookie(door, userId, passed), ...cookies])
}

/** After the second step: the session, and the ticket goes. */
export async function enterFully(door: Door, userId: string, next: string, passed: Passed) {
  return done(next, undefined, [await sessionCookie(door, userId, passed), ticketCookie(door.services, null)])
}

async function sessionCookie({ services, visit, request }: Door, userId: string, passed?: Passed) {
  await services.sessions.end(visit.sessionId)
  return services.sessions.start(userId, request.headers.get('user-agent') ?? '', passed)
}

/** The ticket is sent to the pages of sign-in alone; without one the cookie goes. */
export function ticketCookie({ config, content }: Door['services'], ticket: string | null): string {
  const seconds = ticket === null ? 0 : content.settings.secondFactor.stepMinutes * 60
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieNames.ticket}=${ticket ?? ''}; Path=/signin; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
