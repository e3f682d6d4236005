/**
 * Live pages: open pages of a draft hear by server-sent events that there is something new, never what it says.
 *
 * The log's NOTIFY wakes the process; within a second one read a draft answers for all its readers. What is sent is
 * found at the moment of sending through the reach of the reader: a guest's where guests may see the draft, else that of
 * each person with the powers of that moment. A page that does not keep up is cut, and comes back by itself. A line ends
 * with its session: the database tells every process which session was ended, whoever ended it.
 */
import { inArray } from 'drizzle-orm'
import type { Response } from 'express'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { channel } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { type DraftNews, newsOf } from '#app/domain/reviews/news/news.server.ts'
import { sessions } from '#db/schema/index.ts'
import type { Services } from './services.ts'

export interface LiveReader {
  slug: string
  userId: string | null
  personId: string | null
  /** key of the session in its table; null: a guest */
  session: string | null
  address: string
  /** number of the last remark on the page */
  since: number
  /** the version on the page */
  version: number
  response: Response
}
interface Client extends LiveReader {
  sent: string
  until: number
}
type Needs = Pick<Services, 'web' | 'owner' | 'zone' | 'log' | 'content'>

const GATHER_MS = 1000
/** What a reader may leave unread before the line counts as dead. */
const UNREAD_BYTES = 16 * 1024
/** The channel on which the database tells the keys of ended sessions: db/migrations/0020. */
const sessionChannel = 'rses_sessions'
const telling = /^(remark|version|draft|discussion)\./

export class LivePages {
  readonly #clients = new Set<Client>()
  readonly #pulse: NodeJS.Timeout
  #gathering: NodeJS.Timeout | undefined
  #work = Promise.resolve()
  #listening: Promise<{ unlisten: () => Promise<void> }[]> | undefined
  #closed = false

  constructor(readonly services: Needs) {
    const { heartbeatSeconds } = services.content.settings.live
    this.#pulse = setInterval(() => this.#beat(), heartbeatSeconds * 1000)
    this.#pulse.unref()
  }

  get size(): number {
    return this.#clients.size
  }

  /** Begins to tell a reader; Problem('too-many') beyond the limits of a person, an address or this process. */
  open(reader: LiveReader): void {
    const { live } = this.services.content.settings
    const count = (same: (one: Client) => boolean) => [...this.#clients].filter(same).length
    const { personId, address } = reader
    const full =
      this.#closed ||
      this.#clients.size >= live.perProcess ||
      count((one) => one.address === address) >= live.perAddress ||
      (personId !== null && count((one) => one.personId === personId) >= live.perPerson)
    if (full) throw new Problem('too-many', { minutes: 1 })
    const client = { ...reader, sent: '', until: Date.now() + live.minutes * 60_000 }
    this.#clients.add(client)
    reader.response.on('close', () => this.#clients.delete(client))
    this.#listening ??= this.#listen()
    // what came between the page and this line
    this.#ask()
  }

  /** Ends every line and hears no more. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#pulse)
    clearTimeout(this.#gathering)
    for (const { response } of this.#clients) response.end()
    this.#clients.clear()
    await this.#work
    // what failed is in the log already; a line to a database that is gone needs no end
    const lines = await this.#listening?.catch(() => [])
    await Promise.allSettled((lines ?? []).map((line) => line.unlisten()))
  }

  #listen() {
    const hear = (kind: string) => {
      if (telling.test(kind)) this.#ask()
    }
    const { sql } = this.services.owner
    const leave = (session: string) => this.#end((one) => one.session === session)
    const listening = Promise.all([
      sql.listen(channel, hear, () => this.#ask()),
      // what was missed before, or while the line to the database was down, is asked for
      sql.listen(sessionChannel, leave, () => this.#ask()),
    ])
    listening.catch((error: unknown) => this.#fault(error))
    return listening
  }

  #ask(): void {
    if (this.#closed || this.#gathering || this.#clients.size === 0) return
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined
      this.#work = this.#work.then(() => this.#tell()).catch((error: unknown) => this.#fault(error))
    }, GATHER_MS)
  }

  #end(which: (one: Client) => boolean): void {
    for (const client of this.#clients) if (which(client)) client.response.end()
  }

  /** Ends the lines whose sessions are no longer there. */
  async #leaveEnded(): Promise<void> {
    const keys = [...new Set([...this.#clients].flatMap(({ session }) => session ?? []))]
    if (keys.length === 0) return
    const rows = await this.services.web.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(inArray(sessions.id, keys))
    const alive = new Set(rows.map(({ id }) => id))
    // one that came meanwhile was not asked about
    this.#end(({ session }) => session !== null && keys.includes(session) && !alive.has(session))
  }

  async #tell(): Promise<void> {
    await this.#leaveEnded()
    const open = await newsOf(this.#ctx(null), sinceOf(this.#clients))
    const closed = [...this.#clients].filter(({ slug }) => !open.has(slug))
    for (const client of this.#clients) send(client, open.get(client.slug))
    for (const userId of new Set(closed.map((one) => one.userId))) {
      const own = closed.filter((one) => one.userId === userId)
      const actor = userId && (await actorOf(this.services.web.db, { userId }, this.#ctx(null).day))
      const news = actor ? await newsOf({ ...this.#ctx(null), actor }, sinceOf(own)) : new Map()
      // whoever may no longer know the draft hears no more of it
      for (const client of own)
        news.has(client.slug) ? send(client, news.get(client.slug)) : client.response.end()
    }
  }

  #beat(): void {
    const now = Date.now()
    for (const { response, until } of this.#clients) {
      if (until <= now) response.end()
      else if (response.writableLength > UNREAD_BYTES) response.destroy()
      else response.write(':\n\n')
    }
  }

  #ctx(actor: null): Ctx & { day: string } {
    const { web, zone } = this.services
    const now = new Date()
    return { db: web.db, actor, now, zone, day: dayOf(now, zone) }
  }

  #fault(error: unknown): void {
    this.services.log.error({ err: error }, 'cannot tell open pages')
  }
}

/** The least that any of the readers has seen, by draft. */
function sinceOf(clients: Iterable<LiveReader>): Map<string, number> {
  const since = new Map<string, number>()
  for (const one of clients) since.set(one.slug, Math.min(one.since, since.get(one.slug) ?? one.since))
  return since
}

function send(client: Client, news: DraftNews | undefined): void {
  if (!news) return
  const remarks = news.remarks.filter(
    ({ number, authorId }) => number > client.since && authorId !== client.personId,
  ).length
  const text = JSON.stringify({ remarks, version: news.version > client.version })
  if (text === client.sent || (client.sent === '' && text === NOTHING)) return
  client.sent = text
  if (client.response.writableLength > UNREAD_BYTES) client.response.destroy()
  else client.response.write(`data: ${text}\n\n`)
}

const NOTHING = JSON.stringify({ remarks: 0, version: false })
