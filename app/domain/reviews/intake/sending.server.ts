/**
 * Senders: whose remarks a letter, a message or a protocol brings. A person who signs in is named by number and family
 * name together, so that a number mistyped is nobody else's remark; anybody else becomes a person known by the paper.
 *
 * A name from a paper is closed: it is shown when the paper itself says that it may be.
 */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import { disclosures, people, users } from '#db/schema/index.ts'

export interface SenderInput {
  name: string
  /** public number of a person who is registered here */
  personNumber?: number | null
  /** as the paper gives it; empty: the person speaks for oneself */
  organisation?: string
  post?: string
  /** the paper says that the name may be shown */
  named?: boolean
}
export interface Sender {
  personId: string
  registered: boolean
  named: boolean
  organisationId: string | null
  organisationName: string
  /** what may be shown of who signed for an organisation */
  signatory: string
}

/** The person and organisation of a paper. Problems of the fields name, personNumber, organisation. */
export async function senderOf(ctx: Ctx, draftId: string, input: SenderInput): Promise<Sender> {
  const { text } = content().settings
  const name = cleanWords(input.name, 'name', text.name).replace(/\s+/g, ' ')
  const said = cleanWords(input.organisation ?? '', 'organisation', text.title, { required: false })
  const post = cleanWords(input.post ?? '', 'post', text.name, { required: false })
  const known = await organisationCalled(ctx, said).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem(error.code, error.facts, 'organisation') : error
  })
  const organisation = { organisationId: known?.id ?? null, organisationName: known ? '' : said }
  const named = input.named === true
  const signatory = said === '' ? '' : [post, named && name].filter(Boolean).join(' ')
  const common = { named, signatory, ...organisation }
  if (input.personNumber) {
    const personId = await registered(ctx, input.personNumber, name)
    return { ...common, personId, registered: true }
  }
  const personId = (await earlier(ctx, draftId, name, organisation)) ?? (await personOfPaper(ctx, name))
  return { ...common, personId, registered: false }
}

/** The name of a sender may be shown on the ground of this paper. */
export async function discloseBy(ctx: Ctx, personId: string, intakeId: string): Promise<void> {
  await ctx.db
    .insert(disclosures)
    .values({ id: uuidv7(), personId, field: 'name', ground: 'letter', groundId: intakeId, beganAt: ctx.now })
}

/** What this paper allowed to be shown is closed again. */
export async function endDisclosureBy(ctx: Ctx, intakeId: string): Promise<void> {
  await ctx.db
    .update(disclosures)
    .set({ endedAt: ctx.now })
    .where(
      and(eq(disclosures.groundId, intakeId), eq(disclosures.ground, 'letter'), isNull(disclosures.endedAt)),
    )
}

async function registered(ctx: Ctx, number: number, name: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: people.id, familyName: people.familyName })
    .from(people)
    .innerJoin(users, eq(users.personId, people.id))
    .where(and(eq(people.number, number), isNull(people.mergedIntoId)))
  const same = row && folded(name).split(' ').includes(folded(row.familyName))
  if (!row || !same) throw new Problem('intake-person', {}, 'personNumber')
  return row.id
}

/** Who sent an earlier paper to this draft under the same name, for the same organisation, is the same person. */
async function earlier(
  ctx: Ctx,
  draftId: string,
  name: string,
  { organisationId, organisationName }: Pick<Sender, 'organisationId' | 'organisationName'>,
): Promise<string | undefined> {
  const { familyName, givenName, patronymic } = nameParts(name)
  const [row] = await ctx.db.execute<{ id: string }>(sql`
    select p.id from intakes i join people p on p.id = i.sender_id
    where i.draft_id = ${draftId} and i.undone_at is null
      and p.name_norm = ${folded(`${familyName} ${givenName} ${patronymic}`)}
      and i.organisation_id is not distinct from ${organisationId}::uuid and i.organisation_name = ${organisationName}
      and not exists (select 1 from users u where u.person_id = p.id)
    order by i.id limit 1`)
  return row?.id
}

async function personOfPaper(ctx: Ctx, name: string): Promise<string> {
  const id = uuidv7()
  await ctx.db.insert(people).values({ id, ...nameParts(name), source: 'import', createdAt: ctx.now })
  return id
}

/** «Соловей Н. Л.», «Н. Л. Соловей» and «Соловей Никита Лукич» in parts; initials go where names stand. Pure. */
export function nameParts(name: string): { familyName: string; givenName: string; patronymic: string } {
  const words = name
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const initials = words.findIndex((word) => !/^\p{L}\.$/u.test(word))
  const turned = initials > 0 ? [...words.slice(initials), ...words.slice(0, initials)] : words
  const [familyName = name, givenName = '', ...rest] = turned
  return { familyName, givenName, patronymic: rest.join(' ') }
}

const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
