/** The letter with which a person of the registry begins to sign in. Its link is made here, like those of all letters. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { keepCode, newLink } from '#app/domain/accounts/activation/codes.server.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { logEntries, mails, people, privateFields, users } from '#db/schema/index.ts'
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
      { personId, kind: 'letter', hash, minutes, issuedById: asked.by },
    )
    const letter = writeLetter('activation', 'ru', {
      ...{ site: content().instance.shortName.ru, name: person.name, number: person.number },
      link: `${site.config.publicUrl}/activation/${secret}`,
      until: new Intl.DateTimeFormat('ru-RU', {
        ...({ timeZone: site.zone, dateStyle: 'long', timeStyle: 'short' } as const),
      }).format(until),
    })
    const [mail] = await tx
      .insert(mails)
      .values({ id: uuidv7(), entryId, personId, address: person.email, ...letter })
      .onConflictDoNothing()
      .returning({ id: mails.id })
    if (mail) await queueMail(tx, mail.id)
  })
}
