import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Remark } from '#app/domain/reviews/forms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { Follow } from '#app/routes/drafts.$slug/follow.tsx'
import { pointedBy } from '#app/routes/drafts.$slug/passage.server.ts'
import { RemarkForm } from '#app/routes/drafts.$slug/remark-form.tsx'
import { RemarkGate } from '#app/routes/drafts.$slug/remark-gate.tsx'
import { filesOf, remarkPage } from '#app/routes/drafts.$slug/remark-page.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { checkWriter } from '#app/web/writer.server.ts'
import { ChooseBlock } from './choose-block.tsx'

export const loader = serve(remarkPage)

/** Refusals come back to the form with the text, also when the stage or the session has ended meanwhile. */
export const action = serveForm(Remark, async ({ ctx, params, value, services }) => {
  const actor = acting(ctx)
  checkWriter(actor, value.writer)
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const remark = {
    draftId: draft.id,
    versionId: value.versionId,
    ...(await pointedBy(ctx, draft.id, value)),
    kind: value.kind,
    weight: value.weight,
    body: value.body,
    ...(value.kind === 'proposal' ? { replacement: value.replacement, way: value.way } : {}),
    grounds: value.grounds,
    sources: value.sources,
    shownAs: value.shownAs,
    onBehalfOfId: value.onBehalfOfId ?? null,
    signatory: value.signatory,
  }
  const files = await filesOf(value.file)
  const { number } = await leaveRemark(actor, remark, { dataDir: services.config.dataDir, files })
  return done(`/drafts/${draft.slug}#r-${number}`, 'sent')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function RemarkPage() {
  const view = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()
  const navigation = useNavigation()
  const { reviewRemark } = useMessages()
  const { draft, form, denial } = view
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={reviewRemark.form.title}
        lead={form && reviewRemark.form.to(form.passage.address)}
      />
      <Stack gap={3}>
        {view.follow && form && <Follow slug={draft.slug} next={form.action} follow={view.follow} />}
        <RemarkGate view={view} sent={lastResult !== undefined} />
        {!form && <ChooseBlock slug={draft.slug} lang={draft.lang} blocks={view.blocks} />}
        {form && (!denial || lastResult) && (
          <RemarkForm view={form} lastResult={lastResult} busy={navigation.formMethod === 'POST'} />
        )}
      </Stack>
    </Page>
  )
}
