import { useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { lastTalkDay } from '#app/domain/reviews/course/staging.ts'
import { convene, innerOf } from '#app/domain/reviews/inner/convening.server.ts'
import { Convening } from '#app/domain/reviews/inner/inner-forms.ts'
import { representedBy } from '#app/domain/reviews/inner/representing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ConveningForm } from './convening-form.tsx'

export const loader = serve(async ({ ctx, params, t }) => {
  const actor = acting(ctx)
  const { draft, facts, stages } = await draftBySlug(ctx, params.slug ?? '')
  const organisations = await representedBy(actor)
  const denial = reviewRules.convene(ctx.actor, facts)
  // Too late to call anybody: whoever speaks still sees what was held, and reads why.
  if (denial !== null && !tooLate.has(denial)) throw new Problem(denial)
  if (organisations.length === 0) throw new Problem('forbidden')
  const held = await innerOf(actor, draft.id)
  const going = new Set(held.flatMap(({ organisationId, endedAt }) => (endedAt ? [] : organisationId)))
  return {
    title: `${t.reviewInner.convening.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
    organisations: organisations
      .filter(({ id }) => !going.has(id))
      .map(({ id, shortName }) => ({ value: id, label: shortName })),
    until: lastTalkDay(stages),
    held,
    denial: denial && sentenceOf(t, denial),
  }
})

const tooLate = new Set(['summary-published', 'discussion-cancelled', 'discussion-closed'])

export const action = serveForm(Convening, async ({ ctx, params, value }) => {
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { slug } = await convene(acting(ctx), draft.id, value)
  return done(`/drafts/${encodeURIComponent(slug)}`, 'invited')
})

export { titled as meta } from '#app/ui/titled.ts'

/** Calls people of an organisation to discuss the draft among themselves. */
export default function ConveningPage() {
  const { draft, organisations, until, held, denial } = useLoaderData<typeof loader>()
  const words = useMessages().reviewInner.convening
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={words.title}
        lead={words.lead}
      />
      <Stack gap={3}>
        {held.map(({ slug, circle, organisation, endedAt }) => (
          <Notice key={slug} title={`${endedAt ? words.over : words.standing}: ${circle}, ${organisation}`}>
            <Anchor href={`/drafts/${slug}/position`}>{words.open}</Anchor>
          </Notice>
        ))}
        {denial && <Notice>{denial}</Notice>}
        {!denial && organisations.length > 0 && <ConveningForm organisations={organisations} until={until} />}
      </Stack>
    </Page>
  )
}
