/**
 * Opening for signature: the agreed text and the answers of the members become a document, printed once. Its very bytes
 * are what everybody signs, and its names stay in it on the ground of the signed paper.
 */
import { eq, inArray } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { keepMade } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusionEditions, people } from '#db/schema/index.ts'
import type { ConclusionBody } from './assembling.ts'
import { checkCode } from './codes.ts'
import { type ConclusionState, lockConclusion } from './facts.server.ts'
import { numbersOf } from './following.server.ts'
import { type PrintOptions, signedPdf } from './printing.server.ts'
import { conclusionRules } from './rules.ts'

/** What printing needs of the site. */
export interface Press {
  dataDir: string
  publicUrl: string
  siteName: string
  /** printed on each page while demo data are loaded */
  demo: string | null
}

/** Makes the document and asks for signatures. Problems: answers-awaited, not-chair, conclusion-not-sent. */
export async function openSigning(ctx: ActingCtx, panelId: string, press: Press): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.openSigning, ctx.actor, state.facts)
    const edition = found(state.edition)
    const document = await withAnswers(ctx, state)
    const [hash, code] = [sha256(document), checkCode()]
    const names = await namesIn(ctx, document)
    const bytes = await signedPdf(document, { names, code, sha256: hash, ...optionsOf(press) })
    const file = await keepMade(ctx, press.dataDir, {
      ...{
        name: `conclusion-${document.number}-${edition.edition}.pdf`,
        bytes,
        mediaType: 'application/pdf',
      },
      ...{ objectKind: 'conclusion-edition', objectId: edition.id },
    })
    await ctx.db
      .update(conclusionEditions)
      .set({
        ...{ document: { ...document }, documentSha256: hash, fileId: file.id, code },
        ...{ openedAt: ctx.now, openedById: ctx.actor.personId },
      })
      .where(eq(conclusionEditions.id, edition.id))
    const about = { kind: 'conclusion', id: edition.conclusionId }
    await record(ctx, 'conclusion.signing-opened', about, {
      edition: edition.edition,
      sha256: hash,
      file: file.sha256,
    })
    await tellSigners(ctx, state, edition.id)
  })
}

export function optionsOf({
  publicUrl,
  siteName,
  demo,
}: Press): Pick<PrintOptions, 'checkAddress' | 'siteName' | 'demo'> {
  return { checkAddress: new URL('/check', publicUrl).href, siteName, demo }
}

/** The text with what each member answered to it; who did not answer in time is named too. */
async function withAnswers(
  ctx: Ctx,
  { edition, answers, facts, deputy }: ConclusionState,
): Promise<ConclusionBody> {
  const standing = found(edition)
  const numbers = await numbersOf(ctx, [...facts.memberIds, ...(facts.headId ? [facts.headId] : [])])
  const said = facts.memberIds
    .filter((one) => one !== facts.headId)
    .map((one) => {
      const given = answers.find(({ personId }) => personId === one)
      return {
        person: numbers.get(one) ?? 0,
        answer: given?.answer ?? ('silent' as const),
        dissent: given?.dissent ?? '',
      }
    })
  const body = standing.body as unknown as ConclusionBody
  const acting = deputy && { person: numbers.get(deputy.personId) ?? 0, reason: deputy.reason }
  return {
    ...body,
    agreement: { sha256: standing.sha256, answers: said },
    ...(acting ? { deputy: acting } : {}),
  }
}

/** Full names by number: a signed paper keeps them on its own ground. */
async function namesIn(
  ctx: Ctx,
  { members, chair, deputy, closing }: ConclusionBody,
): Promise<Record<number, NamedPerson>> {
  const acting = deputy ? [deputy.person] : []
  const numbers = [...new Set([...members, chair, ...acting, ...(closing?.missing ?? [])])]
  const rows = await ctx.db.select().from(people).where(inArray(people.number, numbers))
  const places = await placesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return Object.fromEntries(
    rows.map(({ id, number, familyName, givenName, patronymic }) => [
      number,
      {
        name: [familyName, givenName, patronymic].filter(Boolean).join(' '),
        organisation: places.find(({ personId }) => personId === id)?.organisation ?? null,
      },
    ]),
  )
}

export interface NamedPerson {
  name: string
  organisation: string | null
}

async function tellSigners(ctx: Ctx, { panel, facts }: ConclusionState, editionId: string) {
  await notifyAll(ctx, facts.signerIds, 'conclusion.to-sign', {
    ...{ objectKind: 'conclusion-edition', objectId: editionId },
    address: `/panels/${panel.panel.number}/signing`,
    facts: { ...told(panel.object) },
  })
}
