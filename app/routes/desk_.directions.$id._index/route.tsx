import { Form, useLoaderData } from '@remix-run/react'
import { cardSuggestions } from '#app/domain/documents/card-writing.server.ts'
import { saveListHead } from '#app/domain/experts/direction-drafting.server.ts'
import { directionDraft } from '#app/domain/experts/direction-drafts.server.ts'
import { ListHead } from '#app/domain/experts/direction-forms.ts'
import { idOf } from '#app/domain/problem.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { DraftRows } from './draft-rows.tsx'
import { rowsOf } from './draft-view.server.ts'
import { HeadForm } from './head-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, locale }) => {
  const mine = acting(ctx)
  const draft = await directionDraft(mine, idOf(params.id))
  const { id, title, firstDay, revision, discarded, changedAt, base, document } = draft
  return {
    ...{ id, title, firstDay, revision, discarded, changedAt, base, document },
    ...rowsOf(draft, locale),
    documents: (await cardSuggestions(mine)).documents,
  }
})

export const action = serveForm(ListHead, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await saveListHead(acting(ctx), id, value)
  return done(`/desk/directions/${id}`, 'saved')
})

export default function DirectionDraftPage() {
  const view = useLoaderData<typeof loader>()
  const words = useMessages().directionLists
  const format = useFormat()
  const here = `/desk/directions/${view.id}`
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/desk/directions', label: words.title }]}
        title={view.title}
        lang="ru"
        lead={words.goesOnWith(view.base.title)}
        meta={words.changed(format.date(view.changedAt))}
        actions={
          !view.discarded && (
            <>
              <LinkButton href={`${here}/publication`} look="main">
                {words.preview}
              </LinkButton>
              <LinkButton href={`${here}/rows/new`}>{words.add}</LinkButton>
            </>
          )
        }
      />
      <Stack gap={6}>
        {view.discarded ? <Discarded id={view.id} /> : <HeadForm key={view.revision} view={view} />}
        <section>
          <SectionHead title={words.rows} />
          <DraftRows id={view.id} rows={view.standing} fixed={view.discarded} />
        </section>
        {view.leaving.length > 0 && (
          <section>
            <SectionHead title={words.left} />
            <DraftRows id={view.id} rows={view.leaving} fixed={view.discarded} />
          </section>
        )}
        {!view.discarded && (
          <Form method="post" action={`${here}/discarding`}>
            <Row>
              <Button look="danger">{words.discard}</Button>
              <small>{words.discardText}</small>
            </Row>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

function Discarded({ id }: { id: string }) {
  const words = useMessages().directionLists
  return (
    <Form method="post" action={`/desk/directions/${id}/restoration`}>
      <Notice kind="warn" action={<Button>{words.restore}</Button>}>
        {words.restoreText}
      </Notice>
    </Form>
  )
}
