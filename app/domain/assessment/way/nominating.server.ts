/**
 * Nominating: an organisation or a municipality proposes own people in a direction with one cover letter.
 *
 * Whoever is named must work there today: a line that fits nobody of one's own is refused in the same words whether such
 * a person exists elsewhere or not. All lines or none. A nomination that waits for its answer can be taken back.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, viewerOf } from '#app/domain/ctx.ts'
import { listedPeople } from '#app/domain/experts/people-list.ts'
import { keepFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { ownOrganisations, ownPeople } from '#db/reach/staff.ts'
import { nominationLetters, organisations } from '#db/schema/index.ts'
import { factsOf, lockApplication, moveTo } from './application.server.ts'
import { openApplication, openDirection } from './opening.server.ts'
import { wayRules } from './rules.ts'
import { addStep } from './steps.server.ts'

export interface Nomination {
  organisationId: string
  versionId: string
  letterNumber: string
  letterDay: string
  /** one a line: registry number or full name */
  people: string
  file: { dataDir: string; name: string; bytes: Uint8Array } | null
}

const most = 500

/** Nominates everybody of the text; returns how many. Problems at `people`: nomination-none, line-not-own, line-many-own, line-application-…; at `letterDay`: day-ahead. */
export async function nominatePeople(ctx: ActingCtx, nomination: Nomination): Promise<number> {
  await countAttempt(ctx, 'nomination', ctx.actor.personId, content().settings.rates.applicationsPerPerson)
  return atomically(ctx, async (ctx) => {
    const { organisationId, letterNumber, letterDay } = nomination
    const [place] = await ctx.db
      .select({ organisationId: organisations.id, municipalityId: organisations.municipalityId })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), sql`${organisations.id} in (${ownOf(ctx)})`))
    if (!place) throw new Problem('forbidden', {}, 'organisation')
    authorize(wayRules.nominate, ctx.actor, place)
    if (letterDay > ctx.actor.today) throw new Problem('day-ahead', {}, 'letterDay')
    const direction = await openDirection(ctx, nomination.versionId)
    const people = await ownNamed(ctx, nomination.people)
    const letterId = uuidv7()
    const file = nomination.file && (await keepLetter(ctx, letterId, nomination.file))
    await ctx.db.insert(nominationLetters).values({
      ...{ id: letterId, organisationId, number: letterNumber, day: letterDay, fileId: file },
      ...{ createdById: ctx.actor.personId, createdAt: ctx.now },
    })
    await record(ctx, 'nomination.sent', { kind: 'nomination', id: letterId }, { people: people.length })
    for (const { line, personId } of people) {
      const opened = { personId, direction, letterId, state: 'nominated' as const }
      const days = content().applications.terms.consent
      const of = await openApplication(ctx, { ...opened, days }).catch(atLine(line))
      await addStep(ctx, of, 'nominated', { tell: [{ people: [personId], at: 'cabinet' }] })
    }
    return people.length
  })
}

/** Takes back a nomination that the person has not answered. */
export async function recallNomination(ctx: ActingCtx, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['nominated'])
    authorize(wayRules.care, ctx.actor, await factsOf(ctx, one))
    await moveTo(ctx, one.id, 'withdrawn')
    await addStep(ctx, one, 'recalled', { tell: [{ people: [one.personId], at: 'cabinet' }] })
  })
}

/** Organisations for which the actor nominates, by name. */
export async function nominatingFor(ctx: ActingCtx): Promise<{ id: string; name: string }[]> {
  return (
    ctx.db
      .select({ id: organisations.id, name: organisations.shortName })
      .from(organisations)
      .where(
        and(
          sql`${organisations.id} in (${ownOf(ctx)})`,
          sql`${organisations.during} @> ${ctx.actor.today}::date`,
        ),
      )
      // the municipal body first: it writes most letters
      .orderBy(sql`${organisations.tier} = 'municipal' desc`, organisations.shortName)
      .limit(1000)
  )
}

const ownOf = (ctx: ActingCtx) => ownOrganisations(viewerOf(ctx), ['nomination.create'])

async function keepLetter(ctx: ActingCtx, id: string, { dataDir, ...file }: NonNullable<Nomination['file']>) {
  return (await keepFile(ctx, dataDir, { ...file, objectKind: 'nomination-letter', objectId: id })).id
}

/** Own people of the lines, each once. */
async function ownNamed(ctx: ActingCtx, text: string): Promise<{ line: number; personId: string }[]> {
  const listed = listedPeople(text)
  if (listed.length === 0) throw new Problem('nomination-none', {}, 'people')
  if (listed.length > most) throw new Problem('too-many', {}, 'people')
  const own = await ctx.db.execute<{ id: string; number: number; name: string }>(sql`
    select p.id, p.number, trim(p.name_norm) as name from people p
    where p.merged_into_id is null and p.id in (${ownPeople(viewerOf(ctx), ['nomination.create'])})
      and (p.number in ${[0, ...listed.flatMap(({ number }) => number ?? [])]}
        or trim(p.name_norm) in ${['', ...listed.map(({ name }) => name)]})`)
  const seen = new Set<string>()
  return listed.map(({ line, number, name }) => {
    const fits = own.filter((one) =>
      number === null
        ? one.name === name
        : one.number === number && (name === '' || one.name.startsWith(name)),
    )
    if (fits.length > 1) throw new Problem('line-many-own', { line }, 'people')
    const [only] = fits
    if (!only) throw new Problem('line-not-own', { line }, 'people')
    if (seen.has(only.id)) throw new Problem('candidate-twice', { line }, 'people')
    seen.add(only.id)
    return { line, personId: found(only).id }
  })
}

function atLine(line: number) {
  return (error: unknown): never => {
    if (error instanceof Problem) throw new Problem(`line-${error.code}`, { ...error.facts, line }, 'people')
    throw error
  }
}
