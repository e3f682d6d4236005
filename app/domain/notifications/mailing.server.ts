/**
 * The mail reader: turns entries of the log and notifications into letters waiting in `closed.mails`.
 *
 * It runs as the owner of the schema, in the worker. Here alone are secrets of links made; only their hashes stay.
 */
import { and, eq, isNull, or } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mintToken } from '#app/domain/accounts/tokens.server.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import type { SealedEntry } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { mails, notifications, people, subscriptions, users } from '#db/schema/index.ts'
import { tellLeftMailbox, writeActivation } from './activation-letter.server.ts'
import { choicesOf } from './choosing.server.ts'
import { composeLetter, type Glimpses } from './composing.server.ts'
import { leavePath } from './leaving.server.ts'
import { type LetterKind, writeLetter } from './letters.server.ts'
import { queueMail } from './sending.server.ts'
import { topicOf, wayOf } from './topics.ts'

type Site = Pick<WorkServices, 'config' | 'zone'>
type Recipient = Awaited<ReturnType<typeof recipientOf>>

/** What an entry of the log has to say by letter or in the inbox, if anything. */
export async function writeForEntry(site: Site, db: Db, entry: SealedEntry, now = new Date()): Promise<void> {
  if (entry.objectKind === 'user' && entry.objectId) {
    const to = await recipientOf(db, eq(users.id, entry.objectId))
    if (to) await writeForUser(site, db, entry, to, now)
  }
  if (entry.kind === 'user.activated') await tellLeftMailbox(site, db, entry)
  if (entry.kind === 'activation.letter-asked' && entry.objectId)
    await writeActivation(site, db, entry.id, entry.objectId, now)
  if (entry.kind === 'grant.given' && entry.objectId) {
    const facts = { role: String(entry.facts.role), from: String(entry.facts.from) }
    await putNotice(site, db, entry, {
      personId: entry.objectId,
      objectId: String(entry.facts.grant),
      address: '/cabinet',
      facts,
    })
  }
  if (entry.kind === 'deputy.appointed') {
    const facts = { from: String(entry.facts.from), until: String(entry.facts.until) }
    await putNotice(site, db, entry, {
      personId: String(entry.facts.deputyId),
      objectId: String(entry.facts.deputy),
      address: '/cabinet/deputy',
      facts,
    })
  }
}

async function writeForUser(site: Site, db: Db, entry: SealedEntry, to: NonNullable<Recipient>, now: Date) {
  const { publicUrl } = site.config
  const { confirmLinkHours, resetLinkMinutes } = content().settings.sessions
  const links = {
    signin: `${publicUrl}/signin`,
    forgot: `${publicUrl}/forgot`,
    when: moment(site, to, entry.at),
  }
  const secretLink = async (purpose: 'confirm' | 'reset', minutes: number) => ({
    link: `${publicUrl}/${purpose}/${await mintToken({ db, now }, to.userId, purpose, minutes)}`,
    until: moment(site, to, new Date(now.getTime() + minutes * 60_000)),
  })
  const put = (kind: LetterKind, words: Record<string, string>) =>
    putMail(db, entry.id, to, kind, { ...links, ...words })
  switch (entry.kind) {
    case 'user.signed-up':
    case 'user.activated':
    case 'confirmation.requested':
      return to.confirmed ? undefined : put('confirm', await secretLink('confirm', confirmLinkHours * 60))
    case 'user.sign-up-repeated':
      return put('known', {})
    case 'reset.requested':
      return put('reset', await secretLink('reset', resetLinkMinutes))
    case 'password.reset':
    case 'password.changed':
      return put('password-changed', {})
    case 'factor.set':
      return put('factor-set', {})
    case 'factor.removed':
      return put('factor-removed', {})
    case 'factor.reset':
      return put('factor-reset', { reason: String(entry.facts.reason) })
    case 'identity.linked':
      return put('identity-linked', {})
    case 'factor.recovery-used':
      return put('recovery-used', {})
  }
}

/**
 * The letter of a notification: at once, or never, or it is left for the digest, as its reader chose. For who has a
 * confirmed address and did not switch letters about the object off.
 */
export async function writeForNotice(
  site: Site,
  db: Db,
  id: string,
  glimpses: Glimpses = {},
  now = new Date(),
): Promise<void> {
  await db.transaction(async (transaction) => {
    const tx = transaction as unknown as Db
    const [notice] = await tx.select().from(notifications).where(eq(notifications.id, id)).for('update')
    if (!notice || notice.readAt || notice.mailed) return
    const to = await recipientOf(tx, eq(people.id, notice.personId))
    const way = wayOf(content().notifications, notice.kind, await choicesOf(tx, notice.personId))
    const wanted = to?.confirmed && way !== 'never' && (await wantsMail(tx, notice))
    const mailed = wanted ? (way === 'now' ? 'sent' : way) : 'none'
    await tx.update(notifications).set({ mailed }).where(eq(notifications.id, id))
    if (!to || mailed !== 'sent') return
    const { viaKind, viaId, kind } = notice
    const subject =
      viaKind && viaId ? `${viaKind}:${viaId}` : `topic:${topicOf(content().notifications, kind).code}`
    const leave = await leavePath(tx, notice.personId, subject)
    const letter = await composeLetter(site, tx, [id], { leave, digest: false, glimpses, now })
    if (!letter) return
    const [mail] = await tx
      .insert(mails)
      .values({
        ...letter,
        id: uuidv7(),
        entryId: id,
        personId: to.personId,
        address: to.email,
        leave,
        notices: [id],
      })
      .onConflictDoNothing()
      .returning({ id: mails.id })
    if (mail) await queueMail(tx, mail.id)
  })
}

/** Neither the object itself nor what the person follows has its letters switched off. */
async function wantsMail(
  db: Db,
  { personId, objectKind, objectId, viaKind, viaId }: typeof notifications.$inferSelect,
) {
  const about = (kind: string, id: string) =>
    and(eq(subscriptions.objectKind, kind), eq(subscriptions.objectId, id))
  const objects = [about(objectKind, objectId), ...(viaKind && viaId ? [about(viaKind, viaId)] : [])]
  const choices = await db
    .select({ byMail: subscriptions.byMail })
    .from(subscriptions)
    .where(and(eq(subscriptions.personId, personId), or(...objects)))
  return choices.every(({ byMail }) => byMail)
}

export async function recipientOf(db: Db, which: ReturnType<typeof eq>) {
  const [row] = await db
    .select({
      ...{ userId: users.id, personId: people.id, email: users.email, locale: users.locale },
      ...{ confirmedAt: users.emailConfirmedAt, name: people.givenName, number: people.number },
    })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(and(which, isNull(users.disabledAt)))
  return row && { ...row, confirmed: row.confirmedAt !== null }
}

export async function putMail(
  db: Db,
  entryId: string,
  to: NonNullable<Recipient>,
  kind: LetterKind,
  words: Record<string, string>,
) {
  const site = content().instance.shortName[to.locale]
  const letter = writeLetter(kind, to.locale, { site, name: to.name, number: to.number, ...words })
  const [mail] = await db
    .insert(mails)
    .values({ id: uuidv7(), entryId, personId: to.personId, address: to.email, ...letter })
    .onConflictDoNothing()
    .returning({ id: mails.id })
  if (mail) await queueMail(db, mail.id)
}

type EntryNotice = { personId: string; objectId: string; address: string; facts: Record<string, string> }

/** A notification that follows from an entry of a room to the left, which cannot notify by itself. */
async function putNotice(
  site: Site,
  db: Db,
  entry: SealedEntry,
  { personId, objectId, address, facts }: EntryNotice,
) {
  const row = {
    id: uuidv7(),
    personId,
    kind: entry.kind,
    objectKind: entry.kind.split('.')[0] ?? '',
    objectId,
    address,
    facts,
    createdAt: entry.at,
  }
  const [told] = await db
    .insert(notifications)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: notifications.id })
  if (told) await writeForNotice(site, db, told.id, {}, entry.at)
}

export function moment(site: Site, to: NonNullable<Recipient>, at: Date): string {
  const tag = to.locale === 'ru' ? 'ru-RU' : 'en-GB'
  return new Intl.DateTimeFormat(tag, { timeZone: site.zone, dateStyle: 'long', timeStyle: 'short' }).format(
    at,
  )
}
