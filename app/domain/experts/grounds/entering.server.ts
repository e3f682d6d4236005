/**
 * Grounds of publication from papers: consents of many people on one scan, an act that obliges to publish, withdrawals.
 *
 * A paper is kept with its day, its scan and who entered it; each person has a row of their own, so that each withdraws
 * alone. A withdrawal hides at once: what is shown asks for a ground that stands.
 */
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { isErased } from '#app/domain/accounts/activation/codes.server.ts'
import { consentText } from '#app/domain/accounts/consent-texts.server.ts'
import { coveredBy, openedBy } from '#app/domain/accounts/publication.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { peopleNamed } from '#app/domain/experts/naming-people.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { keepSigned } from '#app/domain/files/signed.server.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import {
  consentPapers,
  consents,
  disclosurePapers,
  disclosures,
  documents,
  people,
} from '#db/schema/index.ts'
import type { GroundEntryValue } from './forms.ts'

export interface PaperFile {
  name: string
  bytes: Uint8Array
}

export interface Entered {
  /** people whose grounds changed */
  changed: number
  /** people who had it so already */
  same: number
}

type Line = { line: number; personId: string }

/** Enters what the paper says of each person, whole or not at all. Problems: those of the lines, line-erased, day-ahead, line-consent-older. */
export async function enterGrounds(
  ctx: ActingCtx,
  dataDir: string,
  value: GroundEntryValue,
  file: PaperFile | null,
): Promise<Entered> {
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.enterGrounds, ctx.actor, {})
    if (value.signedOn && value.signedOn > ctx.actor.today) throw new Problem('day-ahead', {}, 'signedOn')
    const named = await peopleNamed(ctx, value.people, { field: 'people' })
    const lines = [...new Map(named.map((one) => [one.personId, one])).values()]
    const ids = lines.map(({ personId }) => personId).sort()
    // in one order, as every writer of facts about people
    await ctx.db
      .select({ id: people.id })
      .from(people)
      .where(inArray(people.id, ids))
      .orderBy(people.id)
      .for('no key update')
    for (const { line, personId } of lines)
      if (await isErased(ctx, personId)) throw new Problem('line-erased', { line }, 'people')
    const changed =
      value.act === 'document'
        ? await enterAct(ctx, lines, value)
        : await enterPaper(ctx, dataDir, lines, value, file)
    return { changed, same: lines.length - changed }
  })
}

async function enterPaper(
  ctx: ActingCtx,
  dataDir: string,
  lines: readonly Line[],
  value: GroundEntryValue,
  file: PaperFile | null,
): Promise<number> {
  const ids = lines.map(({ personId }) => personId)
  const given = await ctx.db
    .select()
    .from(consents)
    .where(and(inArray(consents.personId, ids), eq(consents.kind, 'distribution')))
  const paperId = uuidv7()
  if (!file) throw new Problem('required', {}, 'file')
  const { id: fileId } = await keepSigned(ctx, dataDir, {
    ...file,
    objectKind: 'disclosure-paper',
    objectId: paperId,
  })
  const entered = { enteredById: ctx.actor.personId, enteredAt: ctx.now }
  await ctx.db
    .insert(disclosurePapers)
    .values({ id: paperId, fileId, signedOn: value.signedOn ?? ctx.actor.today, ...entered })
  if (value.act === 'withdrawal') {
    const standing = given.filter(({ withdrawnAt }) => withdrawnAt === null)
    await withdrawAll(ctx, standing)
    return new Set(standing.map(({ personId }) => personId)).size
  }
  return giveOnPaper(ctx, lines, given, paperId, value)
}

async function withdrawAll(ctx: ActingCtx, standing: readonly { id: string; personId: string }[]) {
  if (standing.length === 0) return
  const ids = standing.map(({ id }) => id)
  await ctx.db.update(consents).set({ withdrawnAt: ctx.now }).where(inArray(consents.id, ids))
  for (const { id, personId } of standing)
    await record(
      ctx,
      'consent.withdrawn',
      { kind: 'person', id: personId },
      { consent: id, of: 'distribution' },
    )
}

async function giveOnPaper(
  ctx: ActingCtx,
  lines: readonly Line[],
  given: readonly (typeof consents.$inferSelect)[],
  paperId: string,
  { fields, signedOn }: GroundEntryValue,
): Promise<number> {
  const { version, body } = consentText('distribution')
  const day = signedOn ?? ctx.actor.today
  const covered = coveredBy(fields)
  const rows = lines.flatMap(({ line, personId }) => {
    const own = given.filter((one) => one.personId === personId)
    // a paper from before the withdrawal does not bring the consent back
    const later = own.some(({ withdrawnAt }) => withdrawnAt && day < withdrawnAt.toISOString().slice(0, 10))
    if (later) throw new Problem('line-consent-older', { line }, 'people')
    const opened = openedBy(own.filter(({ withdrawnAt }) => withdrawnAt === null))
    const stands = fields.every((field) => opened.includes(field))
    const about = { version, textSha256: sha256(body), givenAt: ctx.now, signedOn: day, fields: covered }
    const kind = 'distribution' as const
    return stands ? [] : [{ id: uuidv7(), personId, kind, enteredById: ctx.actor.personId, ...about }]
  })
  if (rows.length === 0) return 0
  await ctx.db.insert(consents).values(rows)
  await ctx.db.insert(consentPapers).values(rows.map(({ id }) => ({ consentId: id, paperId })))
  for (const { id, personId } of rows)
    await record(
      ctx,
      'consent.entered',
      { kind: 'person', id: personId },
      { consent: id, of: 'distribution', fields },
    )
  return rows.length
}

async function enterAct(ctx: ActingCtx, lines: readonly Line[], { fields, document }: GroundEntryValue) {
  const [act] = await ctx.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.code, document ?? ''), isNotNull(documents.publishedAt)))
  if (!act) throw new Problem('ground-document', {}, 'document')
  const ids = lines.map(({ personId }) => personId)
  const known = await ctx.db
    .select()
    .from(disclosures)
    .where(
      and(
        ...[inArray(disclosures.personId, ids), eq(disclosures.ground, 'act')],
        ...[eq(disclosures.groundId, act.id), isNull(disclosures.endedAt)],
      ),
    )
  const has = new Set(known.map(({ personId, field }) => `${personId} ${field}`))
  const rows = lines.flatMap(({ personId }) =>
    fields
      .filter((field) => !has.has(`${personId} ${field}`))
      .map((field) => ({
        ...{ personId, field, ground: 'act' as const, groundId: act.id, beganAt: ctx.now },
      })),
  )
  if (rows.length > 0) await ctx.db.insert(disclosures).values(rows)
  const changed = [...new Set(rows.map(({ personId }) => personId))]
  for (const id of changed)
    await record(ctx, 'ground.entered', { kind: 'person', id }, { document: act.id, fields })
  return changed.length
}

/** People of the registry by ground: what the page of grounds counts. Whoever has none is counted, and hidden. */
export async function groundFigures(ctx: ActingCtx) {
  authorize(expertRules.enterGrounds, ctx.actor, {})
  const [row] = await ctx.db.execute<{ all: number; named: number; placed: number; paper: number }>(sql`
    select count(*)::int as "all", count(*) filter (where p.name_open)::int as named,
      count(*) filter (where p.work_open)::int as placed,
      count(*) filter (where exists (select from consents c join consent_papers k on k.consent_id = c.id
        where c.person_id = p.id and c.withdrawn_at is null))::int as paper
    from people p where p.merged_into_id is null and exists (select from statuses s where s.person_id = p.id
      and upper_inf(s.known) and s.during @> ${ctx.actor.today}::date)`)
  return row ?? { all: 0, named: 0, placed: 0, paper: 0 }
}

/** Acts that an entry may name: codes and what they are called, those in force first. */
export async function groundActs(ctx: ActingCtx): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.db
    .select({ code: documents.code, number: documents.number, title: documents.title })
    .from(documents)
    .where(isNotNull(documents.publishedAt))
    .orderBy(sql`${documents.day} desc nulls last`)
    .limit(200)
  return rows.map(({ code, number, title }) => ({
    value: code,
    label: `${number ? `№\u00a0${number} ` : ''}${title}`.slice(0, 160),
  }))
}
