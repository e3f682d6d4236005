/**
 * Sessions, by Lucia; no other file knows it.
 *
 * The database holds only SHA-256 of the session id, so a leaked table signs nobody in. Sessions slide: used within
 * the second half of their life they are prolonged, and the new cookie travels with the answer.
 */
import { createHash } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, eq, ne } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { sessions, users } from '#db/schema/index.ts'
import type { Config } from './config.ts'
import { cookieNames } from './request.server.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>
    DatabaseSessionAttributes: { agent: string; seenAt?: Date | null; secondFactor?: Passed | null }
  }
}

/** By what the second step was passed; `provider`: where one signs in elsewhere, it was passed there. */
export type Passed = 'code' | 'recovery' | 'provider'

export interface Sessions {
  /** The user of a session id and, when it was prolonged or is dead, the cookie to send. */
  find(sessionId: string): Promise<Found>
  /** Begins a session; returns its cookie. */
  start(userId: string, agent: string, passed?: Passed): Promise<string>
  /** Ends one session; returns the cookie that clears the browser's. */
  end(sessionId: string | undefined): Promise<string>
  /** Ends every session of a user, except the one with this id when it is given. */
  endAll(userId: string, exceptSessionId?: string): Promise<void>
}

/** `vouched`: a provider answers for the second step of this session. */
type Found = { userId: string | null; cookie: string | null; vouched: boolean }

/** Sessions kept in this database. */
export function sessionsIn(db: Db, config: Pick<Config, 'sessionDays' | 'publicUrl'>): Sessions {
  const lucia = luciaOver(db, config)
  const cleared = () => lucia.createBlankSessionCookie().serialize()
  return {
    async find(sessionId) {
      const { session, user } = await lucia.validateSession(sessionId)
      if (!session) return { userId: null, cookie: cleared(), vouched: false }
      await markSeen(db, session)
      return {
        vouched: session.secondFactor === 'provider',
        userId: user.id,
        cookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : null,
      }
    },
    async start(userId, agent, passed) {
      const attributes = { agent: agent.slice(0, 200), seenAt: new Date(), secondFactor: passed ?? null }
      const session = await lucia.createSession(userId, attributes)
      return lucia.createSessionCookie(session.id).serialize()
    },
    async end(sessionId) {
      if (sessionId) await lucia.invalidateSession(sessionId)
      return cleared()
    },
    async endAll(userId, exceptSessionId) {
      // Straight by the stored key: Lucia's own list gives hashes as ids and would hash them again.
      const kept = exceptSessionId ? ne(sessions.id, hashOf(exceptSessionId)) : undefined
      await db.delete(sessions).where(and(eq(sessions.userId, userId), kept))
    },
  }
}

function luciaOver(db: Db, config: Pick<Config, 'sessionDays' | 'publicUrl'>) {
  return new Lucia(new HashedAdapter(new DrizzlePostgreSQLAdapter(db, sessions, users)), {
    sessionExpiresIn: new TimeSpan(config.sessionDays, 'd'),
    sessionCookie: {
      name: cookieNames.session,
      attributes: { secure: config.publicUrl.startsWith('https:'), sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ seenAt, secondFactor }) => ({ seenAt, secondFactor }),
  })
}

/** Notes that the session is in use, once in a while only. */
async function markSeen(db: Db, { id, seenAt }: { id: string; seenAt?: Date | null }) {
  const before = new Date(Date.now() - content().settings.secondFactor.seenMinutes * 60_000)
  if (seenAt && seenAt > before) return
  await db
    .update(sessions)
    .set({ seenAt: new Date() })
    .where(eq(sessions.id, hashOf(id)))
}

/** The stored id of a session, as in the table. */
export function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

class HashedAdapter implements Adapter {
  constructor(private inner: Adapter) {}
  deleteExpiredSessions = () => this.inner.deleteExpiredSessions()
  deleteSession = (id: string) => this.inner.deleteSession(hashOf(id))
  deleteUserSessions = (userId: string) => this.inner.deleteUserSessions(userId)
  getUserSessions = (userId: string) => this.inner.getUserSessions(userId)
  setSession = (session: DatabaseSession) => this.inner.setSession({ ...session, id: hashOf(session.id) })
  updateSessionExpiration = (id: string, expiresAt: Date) =>
    this.inner.updateSessionExpiration(hashOf(id), expiresAt)
  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [session, user] = await this.inner.getSessionAndUser(hashOf(id))
    return [session && { ...session, id }, user]
  }
}
