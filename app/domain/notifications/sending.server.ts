/**
 * Sending: over SMTP when there is one, with the queue's growing pauses between tries; else letters stay in the outbox.
 *
 * A letter is marked as sent after the server took it: a crash in between sends it twice, never not at all.
 */
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import nodemailer, { type Transporter } from 'nodemailer'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { mails } from '#db/schema/index.ts'

/** Tries before a letter is given up: with graphile-worker's pauses of e^n seconds, about six hours. */
const MAX_TRIES = 10

/** Queues a letter for sending; the caller's transaction decides whether it will be. */
export async function queueMail(db: Db, id: string): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job('mail', json_build_object('id', ${id}::text),
    job_key := 'mail:' || ${id}, max_attempts := ${MAX_TRIES})`)
}

/** Sends one letter if it still waits and there is a server to take it. Throws when the server refuses, to be tried again. */
export async function sendMail(services: WorkServices, id: string): Promise<void> {
  const { smtpUrl } = services.config
  if (!smtpUrl) return
  const { db } = services.owner
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), isNull(mails.sentAt)))
  if (!mail || isReserved(mail.address)) return
  try {
    await transportOf(smtpUrl).sendMail({
      from: { name: content().instance.shortName.ru, address: content().instance.contacts.email },
      to: mail.address,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@${new URL(services.config.publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
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
      body: withoutSecrets(mail.body),
    })
    .where(eq(mails.id, id))
}

/** Letters older than the outbox keeps them are removed. */
export async function forgetMails(db: Db, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - content().settings.retention.outboxDays * 86_400_000)
  await db.delete(mails).where(lt(mails.createdAt, oldest))
}

/** The text without the secrets of its links: nobody who reads the outbox later can use what was really sent. */
export function withoutSecrets(body: string): string {
  return body.replace(/\/(confirm|reset)\/[\w-]{20,}/g, '/$1/…')
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
