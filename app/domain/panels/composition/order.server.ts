/** Printing the draft order on the composition, and the one that changes it; number, day and signature stay blank. */

import { eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { longDay, wordsOf } from '#app/domain/documents/fields.ts'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import { directionsOf, panelByNumber } from '#app/domain/panels/queries.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { panelInvites } from '#content/messages/ru/panel-invites.ts'
import { organisations } from '#db/schema/index.ts'
import { compositionOf, type Line } from './acts.server.ts'
import { lastActOf } from './standing.server.ts'

/** The DOCX and its name. For whoever composes the panel; Problems: those of the rule. */
export async function draftAct(ctx: ActingCtx, shelf: Shelf, number: number, notice?: string) {
  const shown = await panelByNumber(ctx, number)
  const { panel, object, facts } = shown
  authorize(panelRules.compose, ctx.actor, facts)
  const [now, last] = [await compositionOf(ctx, shown), await lastActOf(ctx, panel.id)]
  const [issuer] = await ctx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, panel.organisationId))
  const { paper, act } = panelInvites
  const named = (role: Line['role']) => now.lines.find((one) => one.role === role)?.name ?? '______________'
  const directions = await directionsOf(ctx, panel.id)
  const code = last ? 'composition-amendment' : 'composition-order'
  const fields = {
    organisation: issuer?.name ?? '',
    subject: object.draft ? paper.draftObject(object.title) : paper.object(object.title),
    panel: String(panel.number),
    directions: directions.map(({ title }) => `«${title}»`).join('; '),
    former: last ? `от ${longDay(last.act.day)} №\u00a0${last.act.number}` : '',
    changes: last ? changesOf(last.seats, now.lines) : '',
    chair: named('chair'),
    deputy: named('deputy'),
    secretary: now.secretary?.name ?? '______________',
    untilDay: panel.lastDay,
    members: now.lines.map(({ name, work, post, role }, at) => ({
      ...{ number: String(at + 1), name, role: act.role[role] },
      work: [work, post].filter(Boolean).join(', '),
    })),
  }
  const { templates } = content()
  const { bytes } = await templateFor(ctx, shelf, code, panel.organisationId)
  const words = wordsOf(fieldsOf(templates, kindOf(templates, code)), fields, {})
  const filled = fillTemplate(bytes, words, notice ? { notice } : {})
  return { bytes: filled.bytes, name: last ? paper.amendmentName : paper.name, number: panel.number }
}

type Entered = NonNullable<Awaited<ReturnType<typeof lastActOf>>>['seats']

/** «исключить из состава: …; включить в состав: …; назначить: …» */
function changesOf(before: Entered, lines: readonly Line[]): string {
  const { paper, act } = panelInvites
  const sitting = lines.filter(({ role }) => role !== 'reserve')
  const was = new Map(before.filter(({ role }) => role !== 'reserve').map((one) => [one.seatId, one]))
  const gone = [...was.values()].filter(({ seatId }) => !sitting.some((one) => one.seatId === seatId))
  const fresh = sitting.filter(({ seatId }) => !was.has(seatId))
  const moved = sitting.filter(({ seatId, role }) => was.has(seatId) && was.get(seatId)?.role !== role)
  const said = [
    { what: paper.out, who: gone.map(({ name }) => name) },
    { what: paper.in, who: fresh.map(({ name }) => name) },
    { what: paper.changed, who: moved.map(({ name, role }) => `${name} – ${act.role[role]}`) },
  ]
  return said.flatMap(({ what, who }) => (who.length > 0 ? [`${what}: ${who.join(', ')}`] : [])).join('; ')
}
