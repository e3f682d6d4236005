/**
 * Leaving: one click in a letter ends such letters (RFC 8058), without signing in.
 *
 * The link carries the person and what the letter was about, sealed with a key of this installation: it can end
 * letters of that one person about that one thing and do nothing else. Looking at it changes nothing.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { instance, people, subscriptions } from '#db/schema/index.ts'
import { choicesOf, chooseWay } from './choosing.server.ts'

/** `digest`, `topic:<code>`, or `<kind>:<id>` of what is followed. */
export type LeaveSubject = string

const KEY = 'mail-leave-key'
const SEAL = 16

/** The path that ends letters about the subject. Made by the worker; the first one makes the key. */
export async function leavePath(db: Db, personId: string, subject: LeaveSubject): Promise<string> {
  const fresh = { key: randomBytes(32).toString('base64url') }
  await db.insert(instance).values({ key: KEY, value: fresh, secret: true }).onConflictDoNothing()
  const payload = Buffer.concat([Buffer.from(personId.replaceAll('-', ''), 'hex'), Buffer.from(subject)])
  const seal = sealOf(await keyOf(db), payload)
  return `/unsubscribe/${Buffer.concat([seal, payload]).toString('base64url')}`
}

/** Whose letters about what a token ends; Problem('token-dead') when it was not made here or the person is gone. */
export async function readLeave(
  ctx: Ctx,
  token: string,
): Promise<{ personId: string; subject: LeaveSubject }> {
  const bytes = Buffer.from(token.slice(0, 400), 'base64url')
  const [seal, payload] = [bytes.subarray(0, SEAL), bytes.subarray(SEAL)]
  const key = await keyOf(ctx.db).catch(() => null)
  if (key === null || payload.length < 17 || !timingSafeEqual(seal, sealOf(key, payload)))
    throw new Problem('token-dead')
  const hex = payload.subarray(0, 16).toString('hex')
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const [person] = await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, personId))
  if (!person) throw new Problem('token-dead')
  return { personId, subject: payload.subarray(16).toString() }
}

/** Ends the letters a token speaks of, or with `back` lets them come again. Again, it changes nothing. */
export async function leaveLetters(ctx: Ctx, token: string, address: string, back = false): Promise<void> {
  await countAttempt(ctx, 'leave', address, content().settings.rates.leavesPerAddress)
  const { personId, subject } = await readLeave(ctx, token)
  const [kind = '', id = ''] = subject.split(':')
  await atomically(ctx, async (ctx) => {
    if (kind === 'topic') await turn(ctx, personId, id, back)
    else if (kind === 'digest') await turnDigests(ctx, personId, back)
    else await turnFollowed(ctx, personId, { kind, id }, back)
    await record(ctx, 'mail.left', { kind: 'person', id: personId }, { subject, back })
  })
}

async function turn(ctx: Ctx, personId: string, code: string, back: boolean): Promise<void> {
  const topic = content().notifications.topics.find((one) => one.code === code)
  if (topic) await chooseWay(ctx, personId, code, back ? topic.way : topic.leave ? 'never' : 'weekly')
}

async function turnDigests(ctx: Ctx, personId: string, back: boolean): Promise<void> {
  const choices = await choicesOf(ctx.db, personId)
  for (const { code, way, leave } of content().notifications.topics) {
    const chosen = choices.get(code) ?? way
    const gathered = chosen === 'daily' || chosen === 'weekly'
    if (leave && (back ? chosen === 'never' : gathered)) await turn(ctx, personId, code, back)
  }
}

async function turnFollowed(ctx: Ctx, personId: string, object: { kind: string; id: string }, back: boolean) {
  const row = { personId, objectKind: object.kind, objectId: object.id, byMail: back, createdAt: ctx.now }
  await ctx.db
    .insert(subscriptions)
    .values({ ...row, muted: false })
    .onConflictDoUpdate({
      target: [subscriptions.personId, subscriptions.objectKind, subscriptions.objectId],
      set: { byMail: back },
    })
}

async function keyOf(db: Db): Promise<Buffer> {
  const [row] = await db.select().from(instance).where(eq(instance.key, KEY))
  const { key } = (row?.value ?? {}) as { key?: string }
  if (!key) throw new RangeError('no key for leaving letters')
  return Buffer.from(key, 'base64url')
}

function sealOf(key: Buffer, payload: Buffer): Buffer {
  return createHmac('sha256', key).update(payload).digest().subarray(0, SEAL)
}
