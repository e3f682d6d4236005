/**
 * The letter with which a person of the registry begins to sign in. Its link is made here, like those of all letters.
 * When an account begins anew with another mailbox, the one it had before is told too.
 */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { keepCode, newLink, sealOfMailbox } from '#app/domain/accounts/activation/codes.server.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import type { SealedEntry } from '#app/domain/log.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import {
  applications,
  directionVersions,
  leftMailboxes,
  logEntries,
  mails,
  nominationLetters,
  organisations,
  people,
  privateFields,
  users,
} from '#db/schema/index.ts'
import { writeLetter } from './letters.server.ts'
import { queueMail } from './sending.server.ts'

type Site = Pick<WorkServices, 'config' | 'zone'>

/** Writes it to the address in the closed base, unless the account has begun meanwhile. Repeated, it writes no second one. */
export async function writeActivation(
  site: Site,
  db: Db,
  entryId: string,
  personId: string,
  now: Date,
): Promise<void> {
  await db.transaction(async (transaction) => {
    const tx = transaction as unknown as Db
    const [person] = await tx
      .select({ id: people.id, name: people.givenName, number: people.number, email: privateFields.email })
      .from(people)
      .innerJoin(privateFields, eq(privateFields.personId, people.id))
      .leftJoin(users, eq(users.personId, people.id))
      .where(and(eq(people.id, personId), isNull(users.id)))
      .for('update', { of: people })
    const [asked] = await tx
      .select({ by: logEntries.actorId })
      .from(logEntries)
      .where(eq(logEntries.id, entryId))
      .orderBy(desc(logEntries.id))
    const [written] = await tx.select({ id: mails.id }).from(mails).where(eq(mails.entryId, entryId))
    if (!person?.email || !asked?.by || written) return
    const { secret, hash } = newLink()
    const minutes = content().settings.activation.letterHours * 60
    const until = await keepCode(
      { db: tx, now },
      {
        ...{ personId, kind: 'letter', hash, minutes, issuedById: asked.by },
        mailbox: sealOfMailbox(secret, person.email),
      },
    )
    const nominated = await nominationOf(tx, personId)
    const letter = writeLetter(nominated ? 'nomination' : 'activation', 'ru', {
      ...{ site: content().instance.shortName.ru, name: person.name, number: person.number },
      ...nominated,
      link: `${site.config.publicUrl}/activation/${secret}`,
      until: moment(site, until),
    })
    const [mail] = await tx
      .insert(mails)
      .values({ id: uuidv7(), entryId, personId, address: person.email, ...letter })
      .onConflictDoNothing()
      .returning({ id: mails.id })
    if (mail) await queueMail(tx, mail.id)
  })
}

/**
 * Tells the address that the account had before, once; the address is forgotten with it. By number alone: nobody showed
 * that it was the person's own.
 */
export async function tellLeftMailbox(site: Site, db: Db, entry: SealedEntry): Promise<void> {
  await db.transaction(async (transaction) => {
    const tx = transaction as unknown as Db
    const [left] = await tx.delete(leftMailboxes).where(eq(leftMailboxes.entryId, entry.id)).returning()
    const [person] = left
      ? await tx
          .select({ number: people.number, locale: users.locale })
          .from(people)
          .innerJoin(users, eq(users.personId, people.id))
          .where(eq(people.id, left.personId))
      : []
    if (!left || !person) return
    const letter = writeLetter('mailbox-left', person.locale, {
      ...{ site: content().instance.shortName[person.locale], number: person.number },
      ...{ when: moment(site, entry.at, person.locale), contacts: `${site.config.publicUrl}/contacts` },
    })
    const [mail] = await tx
      .insert(mails)
      .values({ id: uuidv7(), entryId: entry.id, personId: left.personId, address: left.address, ...letter })
      .onConflictDoNothing()
      .returning({ id: mails.id })
    if (mail) await queueMail(tx, mail.id)
  })
}

function moment({ zone }: Site, at: Date, locale: 'ru' | 'en' = 'ru'): string {
  const tag = locale === 'ru' ? 'ru-RU' : 'en-GB'
  return new Intl.DateTimeFormat(tag, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(at)
}

/** Who proposes the person and in what, while that waits for the answer. */
async function nominationOf(db: Db, personId: string): Promise<{ by: string; direction: string } | null> {
  const [row] = await db
    .select({ by: organisations.shortName, direction: directionVersions.shortTitle })
    .from(applications)
    .innerJoin(nominationLetters, eq(nominationLetters.id, applications.letterId))
    .innerJoin(organisations, eq(organisations.id, nominationLetters.organisationId))
    .innerJoin(directionVersions, eq(directionVersions.id, applications.directionVersionId))
    .where(and(eq(applications.personId, personId), eq(applications.state, 'nominated')))
    .orderBy(desc(applications.number))
    .limit(1)
  return row ?? null
}
