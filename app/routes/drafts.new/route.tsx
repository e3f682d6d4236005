import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { checkedDoc, createDraft } from '#app/domain/reviews/drafting.server.ts'
import { NewDraft } from '#app/domain/reviews/forms.ts'
import { createDraftFromFile, receiveFile } from '#app/domain/reviews/importing/uploads.server.ts'
import { developersFor } from '#app/domain/reviews/showing.server.ts'
import { bytesOf, fileViewOf, structureOfFile } from '#app/routes/drafts.$slug/file-view.server.ts'
import { structureOf } from '#app/routes/drafts.$slug/structure.server.ts'
import { typedDoc } from '#app/routes/drafts.$slug/typed.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { passportAsked } from './asked.server.ts'
import { NewDraftForm } from './new-draft-form.tsx'

export const loader = serve(async ({ ctx, t, locale, url }) => {
  const developers = await developersFor(acting(ctx))
  if (developers.length === 0) throw new Problem('forbidden')
  return {
    title: t.reviewWork.newTitle,
    developers: developers.map(({ id, name }) => ({ value: id, label: name })),
    kinds: content()
      .documentKinds.filter(({ draft }) => draft)
      .map(({ code, title }) => ({ value: code, label: title[locale] })),
    megabytes: content().settings.uploads.maxMegabytes,
    asked: await passportAsked(acting(ctx), url.searchParams.get('request')),
  }
})

/** With `step=preview` nothing is saved: the page shows what was recognised, with everything still in the form. */
export const action = serveForm(NewDraft, async ({ ctx, value, form, services }) => {
  const actor = acting(ctx)
  if ((await developersFor(actor)).length === 0) throw new Problem('forbidden')
  const { way, source, base, step, file, upload, changes, margin, ...passport } = value
  const typed = Object.fromEntries(
    [...form].flatMap(([name, word]) => (typeof word === 'string' ? [[name, word]] : [])),
  )
  const sent = await bytesOf(file)
  if (sent || upload) {
    const { dataDir } = services.config
    const received = await receiveFile(actor, dataDir, {
      file: sent,
      upload,
      changes,
      margin: margin === 'on',
    })
    const [view, structure] = [
      fileViewOf(received, changes ?? null, margin === 'on'),
      structureOfFile(received),
    ]
    const asked = step === 'create' && received.undecided
    if (step === 'preview' || asked)
      return data({ structure, typed, file: view, asked }, { status: asked ? 422 : 200 })
    const { slug } = await createDraftFromFile(actor, dataDir, passport, received)
    return done(`/drafts/${slug}/edit`, 'saved')
  }
  const imported = typedDoc({ way, source, base })
  checkedDoc(imported.doc)
  if (step === 'preview') return data({ structure: structureOf(imported), typed, file: null, asked: false })
  const { slug } = await createDraft(actor, { ...passport, body: imported.doc })
  return done(`/drafts/${slug}/edit`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewDraftPage() {
  const { developers, kinds, megabytes, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { reviewWork, reviews, reviewCourse } = useMessages()
  const preview = answer && 'structure' in answer ? answer : null
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/drafts', label: reviews.title }]}
        title={reviewWork.newTitle}
        lead={reviewWork.newLead}
      />
      {asked && <Notice>{reviewCourse.requests.from(Number(asked.request))}</Notice>}
      <NewDraftForm
        kinds={kinds}
        developers={developers}
        lastResult={answer && !('structure' in answer) ? answer : undefined}
        typed={preview?.typed ?? asked}
        structure={preview?.structure ?? null}
        file={preview?.file ?? null}
        asked={preview?.asked ?? false}
        megabytes={megabytes}
      />
    </Page>
  )
}
