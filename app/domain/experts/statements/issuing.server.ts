/**
 * Papers on the own life in the registry, given to their owner at once: an extract, a record of expertises and
 * discussions, the biography. A number is the code of the check page, which vouches for the hash of the very file; the
 * site keeps no copy, and says later whether the facts are still those.
 */
import { createHash, randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { letterheadOf } from '#app/domain/organisations/letterhead.ts'
import { dutyContacts } from '#app/domain/organisations/queries.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import { issued, people } from '#db/schema/index.ts'
import { statementDocx } from './docx.server.ts'
import { factsHash, lifeOf, type OwnLife } from './facts.server.ts'
import { statementJson } from './json.server.ts'
import { type Imprint, type StatementFormat, type StatementKind, statementFormats } from './kinds.ts'
import { statementPdf } from './pdf.server.ts'

export interface Statement {
  code: string
  bytes: Uint8Array
}

/** What the process has at hand for a paper. */
export interface Press {
  words: Messages
  publicUrl: string
  shelf: Shelf
  vault: Vault
  notice?: string
}

// Without letters and digits that are taken for each other when copied by hand.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * Issues it under a new number. Problems: too-many; extract-none for whoever never had a status, participation-none for
 * whoever took part in nothing; invalid for a format that this paper has not.
 */
export async function issueStatement(
  ctx: ActingCtx,
  kind: StatementKind,
  format: StatementFormat,
  press: Press,
): Promise<Statement> {
  if (!statementFormats[kind].some((one) => one === format)) throw new Problem('invalid')
  await countAttempt(ctx, 'statement', ctx.actor.personId, content().settings.rates.requestsPerPerson)
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    await heldFromErasing(ctx)
    const life = await lifeOf(ctx, ctx.actor.personId)
    if (kind === 'participation' && life.engagements.length === 0) throw new Problem('participation-none')
    if (kind !== 'participation' && life.statuses.length === 0) throw new Problem('extract-none')
    const code = newCode()
    const imprint = await imprintOf(ctx, code, press)
    const bytes = await printed(ctx, { kind, format, life, imprint }, press)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { personId } = ctx.actor
    await ctx.db.insert(issued).values({
      ...{ code, kind, format, sha256, objectId: personId, issuedAt: ctx.now },
      facts: factsHash(kind, life),
    })
    await record(ctx, 'statement.issued', { kind: 'person', id: personId }, { kind, format, sha256 })
    return { code, bytes }
  })
}

/** An erasing waits until the paper is given, and revokes it then; whoever is erased gets none. */
async function heldFromErasing(ctx: ActingCtx): Promise<void> {
  const there = and(eq(people.id, ctx.actor.personId), isNull(people.erasedAt))
  found((await ctx.db.select({ id: people.id }).from(people).where(there).for('key share'))[0])
}

interface Wanted {
  kind: StatementKind
  format: StatementFormat
  life: OwnLife
  imprint: Imprint
}

function printed(ctx: ActingCtx, { kind, format, life, imprint }: Wanted, press: Press): Promise<Uint8Array> {
  if (format === 'json') return statementJson(ctx, press.vault, life, imprint)
  if (format === 'docx' && kind !== 'biography')
    return statementDocx(ctx, press.shelf, { kind, life, imprint, words: press.words })
  return statementPdf(kind, life, imprint, press.words)
}

/** On whose behalf: the operator of the registry today, with its own contacts, else those of the instance. */
async function imprintOf(ctx: ActingCtx, code: string, { publicUrl, notice }: Press): Promise<Imprint> {
  const { contacts, name } = content().instance
  const common = { address: contacts.address, phone: '', email: contacts.email, site: publicUrl }
  const operator = await dutyContacts(ctx, 'operator')
  return {
    ...{ code, publicUrl, siteName: name.ru, day: ctx.actor.today, notice: notice ?? null },
    check: `${publicUrl}/check/${code}`,
    letterhead: letterheadOf(operator ?? { name: contacts.organisation, ...common }, common),
  }
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group()].join('-')
}
