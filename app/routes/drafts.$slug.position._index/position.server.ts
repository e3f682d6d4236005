/** The position of a closed stage as it is being gathered, for everybody within the stage. */
import { dissentsOf } from '#app/domain/reviews/inner/dissenting.server.ts'
import { innerStage, itemsOf } from '#app/domain/reviews/inner/gathering.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { coveredOf } from '#app/routes/drafts.$slug/covered-words.server.ts'
import { authorView } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** Loader of the page; Problem('not-found') where there is no closed stage. */
export async function positionPage({ ctx, params, t, locale }: Args) {
  acting(ctx)
  const { draft, facts, current } = await draftBySlug(ctx, params.slug ?? '')
  const stage = await innerStage(ctx, draft.id)
  const items = await itemsOf(ctx, draft.id)
  const used = new Set(items.flatMap(({ stands }) => stands))
  const said = await remarkRows(ctx, draft.id, current?.id ?? null)
  const may = (rule: 'gather' | 'removeMembers' | 'dissent') => reviewRules[rule](ctx.actor, facts) === null
  return {
    title: `${t.reviewInner.position.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title, lang: draft.lang },
    stage: {
      ...{ circle: stage.circle, organisation: stage.organisation, state: facts.inner ?? 'ended' },
      ...{ signed: stage.positionId !== null, openUntil: stage.openUntil },
      about: { slug: stage.aboutSlug, title: stage.aboutTitle },
    },
    items,
    remarks: said
      .filter(({ withdrawn, hidden }) => !withdrawn && !hidden)
      .map(({ number, kind, address, body, replacement, exact, author, onBehalfOf, lang }) => ({
        ...{ number, kind, address, body, replacement, exact, lang, used: used.has(number) },
        author: authorView(author, onBehalfOf, t).name,
      })),
    dissents: (await dissentsOf(ctx, draft.id)).map((one) => ({
      ...{ id: one.id, body: one.body, name: one.name, own: one.own, signedAt: one.signedAt },
      covered: coveredOf(one, locale),
    })),
    can: { gather: may('gather'), members: may('removeMembers'), dissent: may('dissent') },
  }
}

export type PositionView = Awaited<ReturnType<typeof positionPage>>
