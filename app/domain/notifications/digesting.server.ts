/** Digests: once a day or once a week, at the hour of the instance, what waits for each person in one letter. */
import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { dayOf } from '#app/domain/ctx.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { mails, notifications, users } from '#db/schema/index.ts'
import { choicesOf } from './choosing.server.ts'
import { composeLetter, type Glimpses } from './composing.server.ts'
import { leavePath } from './leaving.server.ts'
import { queueMail } from './sending.server.ts'
import { wayOf } from './topics.ts'

type Period = 'daily' | 'weekly'

/** Writes the digests that are due; run it as often as you like, each person gets one a period. Returns how many. */
export async function writeDigests(
  site: Pick<WorkServices, 'config' | 'zone'>,
  db: Db,
  glimpses: Glimpses,
  now: Date,
): Promise<number> {
  const periods = duePeriods(now, site.zone)
  if (periods.length === 0) return 0
  const waiting = await db
    .selectDistinct({ personId: notifications.personId, period: notifications.mailed })
    .from(notifications)
    .where(inArray(notifications.mailed, periods))
  let written = 0
  for (const { personId, period } of waiting) {
    const due = { personId, period: period as Period, day: dayOf(now, site.zone) }
    if (await db.transaction((tx) => writeOne(site, tx as unknown as Db, { ...due, glimpses, now })))
      written += 1
  }
  return written
}

/** Periods whose hour has come on this day. */
export function duePeriods(now: Date, zone: string): Period[] {
  const { hour, weekday } = content().notifications.digest
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  })
  const of = (type: string) => parts.formatToParts(now).find((part) => part.type === type)?.value ?? ''
  if (Number(of('hour')) < hour) return []
  const today = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(of('weekday')) + 1
  return today === weekday ? ['daily', 'weekly'] : ['daily']
}

interface Due {
  personId: string
  period: Period
  day: string
  glimpses: Glimpses
  now: Date
}

async function writeOne(
  site: Pick<WorkServices, 'config' | 'zone'>,
  db: Db,
  { personId, period, day, glimpses, now }: Due,
): Promise<boolean> {
  const [user] = await db.select().from(users).where(eq(users.personId, personId))
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.mailed, period)))
    .for('update', { skipLocked: true })
  const choices = await choicesOf(db, personId)
  const mark = (ids: string[], mailed: 'sent' | 'none') =>
    ids.length > 0
      ? db.update(notifications).set({ mailed }).where(inArray(notifications.id, ids))
      : undefined
  // Whoever switched letters off since, or has read it, is not written to about it.
  const wanted = rows.filter(
    ({ kind, readAt }) => readAt === null && wayOf(content().notifications, kind, choices) !== 'never',
  )
  await mark(
    rows.filter((row) => !wanted.includes(row)).map(({ id }) => id),
    'none',
  )
  const ids = wanted.map(({ id }) => id)
  if (!user || ids.length === 0) return false
  const leave = await leavePath(db, personId, 'digest')
  const letter = await composeLetter(site, db, ids, { leave, digest: true, glimpses, now })
  if (!letter) {
    await mark(ids, 'none')
    return false
  }
  const entryId = uuidOf(`${personId} ${period} ${day}`)
  const [mail] = await db
    .insert(mails)
    .values({ ...letter, id: uuidv7(), entryId, personId, address: user.email, leave, notices: ids })
    .onConflictDoNothing()
    .returning({ id: mails.id })
  // This period's letter is written: the rest waits for the next.
  if (!mail) return false
  await mark(ids, 'sent')
  await queueMail(db, mail.id)
  return true
}

/** The same id for the same words, so that two workers write one letter. */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
