/**
 * Sending: over SMTP when there is one, with the queue's growing pauses between tries; else letters stay in the outbox.
 *
 * A letter is marked as sent after the server took it: a crash in between sends it twice, never not at all.
 */
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import nodemailer, { type Transporter } from 'nodemailer'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { secretLinks } from '#app/domain/secret-paths.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { mails } from '#db/schema/index.ts'
import { composeLetter, type Glimpses } from './composing.server.ts'

/** Tries before a letter is given up: with graphile-worker's pauses of e^n seconds, about six hours. */
const MAX_TRIES = 10

/** Queues a letter for sending; the caller's transaction decides whether it will be. */
export async function queueMail(db: Db, id: string): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job('mail', json_build_object('id', ${id}::text),
    job_key := 'mail:' || ${id}, max_attempts := ${MAX_TRIES})`)
}

/** Sends one letter if it still waits and there is a server to take it; what may no longer be told is left out. Throws when the server refuses, to be tried again. */
export async function sendMail(services: WorkServices, id: string, glimpses: Glimpses = {}): Promise<void> {
  const { smtpUrl } = services.config
  if (!smtpUrl) return
  const { db } = services.owner
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), isNull(mails.sentAt), isNull(mails.droppedAt)))
  if (!mail || isReserved(mail.address)) return
  const letter = await letterNow(services, mail, glimpses)
  if (!letter) {
    await db.update(mails).set({ droppedAt: new Date(), body: '', html: '' }).where(eq(mails.id, id))
    return
  }
  try {
    await transportOf(smtpUrl).sendMail({
      from: { name: content().instance.shortName.ru, address: content().instance.contacts.email },
      to: mail.address,
      subject: letter.subject,
      text: letter.body,
      ...(letter.html ? { html: letter.html } : {}),
      messageId: `<${mail.id}@${new URL(services.config.publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...leaveHeaders(services.config.publicUrl, mail.leave) },
    })
  } catch (error) {
    const problem =
      error instanceof Error && 'responseCode' in error ? `SMTP ${String(error.responseCode)}` : 'SMTP'
    await db
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, problem })
      .where(eq(mails.id, id))
    throw error
  }
  await db
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      problem: null,
      sentAt: new Date(),
      subject: letter.subject,
      body: withoutSecrets(letter.body),
      html: '',
    })
    .where(eq(mails.id, id))
}

/** The letter as it may be sent now: one of notifications is composed anew, others stay as written. */
async function letterNow(services: WorkServices, mail: typeof mails.$inferSelect, glimpses: Glimpses) {
  if (!mail.notices || !mail.leave) return mail
  const digest = mail.notices[0] !== mail.entryId
  const { db } = services.owner
  return composeLetter(services, db, mail.notices, { leave: mail.leave, digest, glimpses, now: new Date() })
}

/** RFC 8058: the mail program itself can end such letters. */
function leaveHeaders(publicUrl: string, leave: string | null): Record<string, string> {
  if (!leave) return {}
  return {
    'List-Unsubscribe': `<${publicUrl}${leave}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** Letters older than the outbox keeps them are removed. */
export async function forgetMails(db: Db, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - content().settings.retention.outboxDays * 86_400_000)
  await db.delete(mails).where(lt(mails.createdAt, oldest))
}

/** The text without the secrets of its links: nobody who reads the outbox later can use what was really sent. */
export function withoutSecrets(body: string): string {
  return body.replace(secretLinks, '/$1/…')
}

// Addresses of the demo and of examples: nobody reads them, and their domains never resolve (RFC 2606).
function isReserved(address: string): boolean {
  return /[@.](example|test|invalid|localhost)$/i.test(address)
}

const transports = new Map<string, Transporter>()

function transportOf(url: string): Transporter {
  const known = transports.get(url) ?? nodemailer.createTransport(url)
  transports.set(url, known)
  return known
}
