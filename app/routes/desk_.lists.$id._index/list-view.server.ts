/** A list as its page shows it: what may be done now, and nothing that the viewer may not know. */
import { listShown } from '#app/domain/assessment/lists.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

export async function listView(ctx: ActingCtx, id: string, locale: Locale) {
  const shown = await listShown(ctx, id)
  const { list, may, candidates, agreements, acts, bodies, demands, steps, order } = shown
  const { number, title, state, direction, municipality, effect, firstDay, lastDay, basis } = list
  const open = list.discardedAt === null && state !== 'registered'
  const stopped = candidates.filter(({ reasons }) => reasons.length > 0).length
  return {
    ...{ title, stopped, steps, order, acts, percent: content().instance.pass.percent },
    list: {
      ...{ id, number, title, state, direction, municipality, effect, firstDay, lastDay, basis },
      discarded: list.discardedAt !== null,
    },
    candidates: candidates.map(({ personId: _, entrepreneur: __, band, ...one }) => ({
      ...one,
      band:
        content()
          .bands.find(({ code }) => code === band)
          ?.title[locale].toLowerCase() ?? null,
    })),
    agreements: agreements.map(({ id: body, shortName, agreed }) => ({ body, shortName, agreed })),
    ...{ issuer: bodies.issuer.shortName, agreedWith: bodies.agreedWith?.shortName ?? null },
    assessment: demands.assessment,
    weighs: may.weigh,
    mayChange: may.draw && open,
    mayRestore: may.draw && !open && state !== 'registered',
    maySend: may.draw && open && state === 'draft' && candidates.length > 0 && stopped === 0,
    mayPrint: may.weigh && open && candidates.length > 0 && stopped === 0,
    mayRecall: may.draw && open && state !== 'draft',
    mayDecide: state === 'agreement' && may.agreeFor.some(({ agreed }) => !agreed),
    mayRegister: may.register && state === 'ready',
    mayAct: may.draw && open,
  }
}

export type ListView = Awaited<ReturnType<typeof listView>>
