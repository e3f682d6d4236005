/** Conclusions of the demonstration: with the members, being signed in three ways, issued, replaced by a new one. */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { accordText } from '#app/domain/accounts/signing/accord.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { DemoPanel } from '#app/domain/panels/demo-panel.server.ts'
import { giveWorkPapers } from '#app/domain/panels/record/giving.server.ts'
import { found } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { panelStories } from '#content/panel-stories.ts'
import { conclusionSignatures, files, identityChecks, signingAccords } from '#db/schema/index.ts'
import { answerText, sendForAgreement } from './agreeing.server.ts'
import { editConclusion } from './concluding.server.ts'
import { conclusionState } from './facts.server.ts'
import { openSigning, type Press } from './opening.server.ts'
import { reviseConclusion } from './revoking.server.ts'
import { enterPaper } from './signing.server.ts'

type Until = 'agreement' | 'signing' | 'issued' | 'revised'
interface Told {
  /** day on which the text is sent, counted from the day of the demonstration */
  from: number
  until: Until
}

/** Takes the conclusion of a panel whose sheets are in as far as it is told. */
export async function concludeDemo(panel: DemoPanel, press: Press, { from, until }: Told): Promise<void> {
  const { conclusion, dissent } = panelStories()
  const head = await panel.chair(from)
  const { body, facts } = await conclusionState(head, panel.id)
  const drafted = found(body)
  const text = drafted.supersedes ? drafted.text : `${conclusion.text}\n\n${drafted.text}`
  const revision = await editConclusion(head, panel.id, { ...conclusion, text, revision: drafted.edition })
  await sendForAgreement(head, panel.id, { revision, lastDay: dayAfter(panel.day, from + 3) })
  const others = facts.memberIds.filter((one) => one !== facts.headId)
  const { edition } = await conclusionState(head, panel.id)
  const hash = found(edition).sha256
  const answering = until === 'agreement' ? others.slice(1) : others
  for (const [at, personId] of answering.entries())
    await answerText(await panel.expert(personId, from + 1), panel.id, {
      hash,
      dissent: at === answering.length - 1 ? dissent : '',
    })
  if (until === 'agreement') return
  await openSigning(await panel.chair(from + 2), panel.id, press)
  await signAll(panel, press, from + 3, until)
  if (until === 'issued' && !drafted.supersedes) await giveWorkPapers(panel.staff(from + 4), panel.id)
  if (until === 'revised') await revise(panel, press, from + 6)
}

/** Simple signatures, one on paper; a document that waits has only that one. */
async function signAll(panel: DemoPanel, press: Press, day: number, until: Until): Promise<void> {
  const staff = panel.staff(day)
  const state = await conclusionState(staff, panel.id)
  const signers = until === 'signing' ? state.facts.signerIds.slice(-1) : state.facts.signerIds
  const [last] = signers.slice(-1)
  for (const personId of signers.filter((one) => one !== last)) await signSimply(panel, personId, day)
  const [file] = await panel.db
    .select({ sha256: files.sha256 })
    .from(files)
    .where(eq(files.id, found(state.edition?.fileId)))
  await enterPaper(staff, press.dataDir, panel.id, {
    ...{ hash: found(file).sha256, personId: found(last), day: dayAfter(panel.day, day) },
    ...{ note: panelStories().compared, name: 'Последняя страница.pdf', bytes: scan },
  })
}

/** As if the person had typed password and code: nobody can in a story. */
async function signSimply(panel: DemoPanel, personId: string, day: number): Promise<void> {
  const ctx = await panel.expert(personId, day)
  const state = await conclusionState(ctx, panel.id)
  const { edition } = state
  const accordId = await readyToSign(ctx, personId, panel.staff(day).actor.personId)
  const [file] = await panel.db
    .select({ sha256: files.sha256 })
    .from(files)
    .where(eq(files.id, found(edition?.fileId)))
  await panel.db.insert(conclusionSignatures).values({
    ...{ id: uuidv7(), editionId: found(edition).id, personId, kind: 'simple', accordId },
    role: personId === state.panel.facts.chairId ? 'chair' : 'member',
    ...{
      sha256: found(file).sha256,
      day: dayAfter(panel.day, day),
      enteredById: personId,
      enteredAt: ctx.now,
    },
  })
}

/** A document was seen, the agreement is joined; returns the agreement. */
export async function readyToSign(ctx: ActingCtx, personId: string, checkedById: string): Promise<string> {
  const [known] = await ctx.db.select().from(signingAccords).where(eq(signingAccords.personId, personId))
  if (known) return known.id
  const { version, body } = accordText()
  const [id, checkedOn] = [uuidv7(), ctx.now.toISOString().slice(0, 10)]
  const seen = { document: panelStories().document, checkedOn, checkedById, checkedAt: ctx.now }
  await ctx.db.insert(identityChecks).values({ id: uuidv7(), personId, ...seen })
  await ctx.db
    .insert(signingAccords)
    .values({ id, personId, version, textSha256: sha256(body), joinedAt: ctx.now })
  return id
}

/** A new conclusion in the place of the issued one, and issued too. */
async function revise(panel: DemoPanel, press: Press, day: number): Promise<void> {
  await reviseConclusion(await panel.chair(day), panel.id, panelStories().revising)
  await concludeDemo(panel, press, { from: day, until: 'issued' })
}

const scan = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
)
