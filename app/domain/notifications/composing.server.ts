/**
 * Composing: a letter from notifications, as far as its reader may see their objects at this very moment.
 *
 * It is asked when the letter is written and again when it is sent: words that were hidden or taken back in between
 * never go out. A digest is grouped by document, the nearest deadline first, newest first inside, a line each.
 */
import { eq, inArray } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Db } from '#db/client.ts'
import { notifications, people, users } from '#db/schema/index.ts'
import { htmlOf, type Letter, writeLetter } from './letters.server.ts'
import { noticeText } from './texts.ts'

export type NoticeRow = typeof notifications.$inferSelect

/** What a letter may say of an object today. */
export interface Glimpse {
  /** the document it belongs to */
  group: { id: string; title: string; address: string; deadline: string | null } | null
  /** the beginning of the words in question; empty when there are none */
  excerpt: string
  /** they are words of the document that are to be left out of it */
  removes?: boolean
}

/** By kind of object: what of these notices the actor of ctx may be told, by id of the notice. Absent: nothing. */
export type Glimpses = Readonly<
  Record<string, (ctx: Ctx, notices: readonly NoticeRow[]) => Promise<Map<string, Glimpse>>>
>

type Site = Pick<WorkServices, 'config' | 'zone'>
export interface Composed extends Letter {
  html: string
}
const EXCERPT = 200
const LINES = 100

/** The letter for its reader, or null when nothing of it may be told any more. `leave` is the path that ends it. */
export async function composeLetter(
  site: Site,
  db: Db,
  ids: readonly string[],
  { leave, digest, glimpses, now }: { leave: string; digest: boolean; glimpses: Glimpses; now: Date },
): Promise<Composed | null> {
  const notices = await db
    .select()
    .from(notifications)
    .where(inArray(notifications.id, [...ids]))
  const [first] = notices
  const to = first && (await readerOf(db, first.personId))
  if (!to) return null
  const told = await tellable(site, db, { notices, ...to, glimpses, now })
  const [newest] = told
  if (!newest) return null
  const { publicUrl } = site.config
  const words = {
    ...{ site: content().instance.shortName[to.locale], name: to.name, count: told.length },
    ...{ settings: `${publicUrl}/cabinet/letters`, leave: publicUrl + leave },
    ...{
      notice: sentence(to.locale, newest),
      link: publicUrl + newest.notice.address,
      excerpt: newest.excerpt,
    },
    list: digest ? listOf(site, to.locale, told) : '',
  }
  const letter = writeLetter(digest ? 'digest' : 'notice', to.locale, words)
  return { ...letter, html: htmlOf(letter.body, to.locale, publicUrl) }
}

type Told = { notice: NoticeRow } & Glimpse

async function tellable(
  { zone }: Site,
  db: Db,
  of: { notices: readonly NoticeRow[]; userId: string; locale: Locale; glimpses: Glimpses; now: Date },
): Promise<Told[]> {
  const actor = await actorOf(db, { userId: of.userId }, dayOf(of.now, zone))
  if (!actor) return []
  const ctx = { db, actor, now: of.now, zone }
  const seen = new Map<string, Glimpse>()
  for (const kind of new Set(of.notices.map(({ objectKind }) => objectKind))) {
    const own = of.notices.filter(({ objectKind }) => objectKind === kind)
    const glimpse = of.glimpses[kind]
    const found = glimpse
      ? await glimpse(ctx, own)
      : new Map(own.map(({ id }) => [id, { group: null, excerpt: '' }]))
    for (const [id, one] of found) seen.set(id, { ...one, excerpt: excerptOf(of.locale, one) })
  }
  return of.notices
    .flatMap((notice) => {
      const glimpse = seen.get(notice.id)
      return glimpse ? [{ notice, ...glimpse }] : []
    })
    .sort((a, b) => (a.notice.id < b.notice.id ? 1 : -1))
}

function listOf({ config, zone }: Site, locale: Locale, told: readonly Told[]): string {
  const groups = new Map<string, Told[]>()
  for (const one of told.slice(0, LINES)) {
    const key = one.group?.id ?? ''
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const { digest } = messagesOf(locale).notifications
  const time = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    ...{ timeZone: zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  })
  const ordered = [...groups.values()].sort((a, b) => deadlineOf(a).localeCompare(deadlineOf(b)))
  const blocks = ordered.map((lines) => {
    const group = lines[0]?.group
    const head = group
      ? [
          group.title,
          ...(group.deadline ? [digest.deadline(group.deadline)] : []),
          config.publicUrl + group.address,
        ]
      : [digest.others]
    const rows = lines.map((one) => `– ${time.format(one.notice.createdAt)} · ${line(locale, one)}`)
    return [...head, ...rows].join('\n')
  })
  const rest = told.length - LINES
  return [...blocks, ...(rest > 0 ? [digest.more(rest)] : [])].join('\n\n')
}

function line(locale: Locale, one: Told): string {
  return one.excerpt === '' ? sentence(locale, one) : `${sentence(locale, one)}: ${one.excerpt}`
}

function deadlineOf(lines: readonly Told[]): string {
  return lines[0]?.group?.deadline ?? '9999'
}

function sentence(locale: Locale, { notice }: Pick<Told, 'notice'>): string {
  return noticeText(messagesOf(locale), notice.kind, notice.facts)
}

function excerptOf(locale: Locale, { excerpt, removes }: Glimpse): string {
  const words = shortened(excerpt)
  return removes ? messagesOf(locale).reviewRemark.page.removeSentence(words) : words
}

function shortened(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim()
  return one.length > EXCERPT ? `${one.slice(0, EXCERPT).replace(/[\ud800-\udbff]$/, '')}…` : one
}

async function readerOf(db: Db, personId: string) {
  const [row] = await db
    .select({
      userId: users.id,
      locale: users.locale,
      name: people.givenName,
      confirmedAt: users.emailConfirmedAt,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(users.personId, personId))
  return row && row.confirmedAt !== null && row.disabledAt === null ? row : null
}
