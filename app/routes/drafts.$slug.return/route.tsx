import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { ReturnedFile } from '#app/domain/reviews/forms.ts'
import { readReturned, sendReturned } from '#app/domain/reviews/word/returning.server.ts'
import { bytesOf } from '#app/routes/drafts.$slug/file-view.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { Download } from './download.tsx'
import { returnedView, returnPage } from './return.server.ts'
import { ReturnForm } from './return-form.tsx'

export const loader = serve(returnPage)

/** With `preview` nothing is saved. A refusal of what is sent shows the same list again, with what was ticked. */
export const action = serveForm(ReturnedFile, async ({ ctx, params, value, services, t }) => {
  const actor = acting(ctx)
  const read = await readReturned(actor, {
    slug: params.slug ?? '',
    sent: { file: await bytesOf(value.file), upload: value.upload ?? null },
    version: value.version,
    dataDir: services.config.dataDir,
    words: messagesOf('ru'),
  })
  const view = returnedView(read)
  if (value.step === 'preview' || value.file?.size) return data({ view, refused: null, take: null })
  try {
    await sendReturned(actor, read, value)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return data({ view, refused: sentenceOf(t, error), take: value.take }, { status: statusOf(error.code) })
  }
  return done(`/drafts/${read.draft.slug}`, 'sent')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ReturnPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { reviewWord } = useMessages()
  const { draft, denial } = page
  const read = answer && 'view' in answer ? answer : null
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/drafts/${draft.slug}`, label: draft.title }]}
        title={reviewWord.title}
        lead={reviewWord.lead}
      />
      <Stack gap={4}>
        {!read && page.current !== null && <Download slug={draft.slug} version={page.current} />}
        {denial && !answer ? (
          <Notice kind="warn">{denial}</Notice>
        ) : (
          <ReturnForm
            page={page}
            read={read}
            lastResult={answer && !('view' in answer) ? answer : undefined}
          />
        )}
      </Stack>
    </Page>
  )
}
